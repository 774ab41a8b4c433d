// The one place that parses HTML: the `html` field of our own server's answer, printed and escaped by shared/view/html.

interface Policy {
  createHTML(html: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
let policy: Policy | undefined;

/**
 * Puts the words into the page. Parsed where they belong: elements of another document would have to be adopted one by one.
 * False: the page's policy forbids it; the module can still build the words node by node.
 */
export function showServerHtml(place: Element, html: string): boolean {
  try {
    policy ??= factory?.createPolicy("palabre", { createHTML: (text) => text }) ?? { createHTML: (text) => text };
    place.innerHTML = policy.createHTML(html);
    return true;
  } catch {
    return false;
  }
}
