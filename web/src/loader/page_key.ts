// A page's identity. shared/model/page_key.cpp is the definition; tests/vectors/page_key.json holds both to it.

const tracking =
  /^(?:(?:utm|mc|mtm|pk|piwik|matomo|hsa|at)_.*|ref|ref_src|ref_url|referrer|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|li_fat_id|mkt_tok|_ga|_gl|_hsenc|_hsmi|vero_id|wickedid|xtor|oly_enc_id|oly_anon_id|epik)$/is;

// As browsers write addresses: line ends and tabs dropped, blanks and other controls encoded.
const asWritten = (text: string) => text.replace(/[\t\n\r]/g, "").replace(/[\0- ]/g, encodeURIComponent);

/** Of an absolute http(s) URL: path and query that matter. Any other text comes back trimmed. */
export function pageKeyOfUrl(url: string): string {
  const trimmed = url.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g, "");
  const parts = /^https?:\/\/[^/?#]+([^?#]*)(?:\?([^#]*))?/i.exec(trimmed);
  if (!parts) return trimmed;
  const path = asWritten(`/${parts[1]}`)
    .replace(/\/+/g, "/")
    .replace(/(?:\/index\.html|\/)+$/, "");
  const query = asWritten(parts[2] ?? "")
    .split("&")
    .filter((one) => one && !tracking.test(one.split("=")[0] ?? ""));
  return (path || "/") + (query.length ? `?${query.join("&")}` : "");
}

/** What another system calls a page: an address becomes its page key, any other name is the key as it stands. */
export function keyOf(identity: string): string {
  const isAddress = /^(?:https?:\/)?\//i.test(identity);
  return isAddress ? pageKeyOfUrl(new URL(identity, document.baseURI).href) : identity.trim();
}
