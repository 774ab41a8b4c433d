// The one place that parses HTML: the `html` field of our own server's answer, printed and escaped by shared/view/html.

interface Policy {
  createHTML(html: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
let policy: Policy | undefined;

/** null: the page's policy forbids it; the module can still build the words node by node. */
export function parseServerHtml(html: string): DocumentFragment | null {
  try {
    policy ??= factory?.createPolicy("palabre", { createHTML: (text) => text }) ?? { createHTML: (text) => text };
    const template = document.createElement("template");
    template.innerHTML = policy.createHTML(html);
    return template.content;
  } catch {
    return null;
  }
}
