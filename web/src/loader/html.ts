// The one place that parses HTML: the `html` field of our own server's answer, printed and escaped by shared/view/html.

interface Policy {
  createHTML(html: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
let policy: Policy | null | undefined; // null: refused, and every further try would be reported again

/**
 * An element outside the page that holds the words. Of this document, unlike a template's: elements of another one would have
 * to be adopted one by one. Null: the page's policy forbids it; the module can still build the words node by node.
 */
export function parseServerHtml(html: string): Element | null {
  if (policy === undefined) {
    policy = null;
    try {
      policy = factory?.createPolicy("palabre", { createHTML: (text) => text }) ?? { createHTML: (text) => text };
    } catch {
      return null;
    }
  }
  if (!policy) return null;
  const holder = document.createElement("div");
  holder.innerHTML = policy.createHTML(html);
  return holder;
}
