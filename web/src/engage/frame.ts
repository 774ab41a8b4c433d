// What is around posts: a shadow root of their own with our styles, the place of the words, two live regions.
declare const ENGAGE_STYLES: string; // put in by build.mjs

const styles = ENGAGE_STYLES;
let sheet: CSSStyleSheet | undefined;

// A constructed sheet is no inline style, so a page's content policy has nothing against it.
function dress(place: ShadowRoot, nonce: string): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    place.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.nonce = nonce;
    style.textContent = styles;
    place.append(style);
  }
}

export interface Frame {
  readonly root: HTMLElement;
  readonly words: HTMLElement;
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
}

function liveRegion(urgency: string): HTMLElement {
  const region = document.createElement("div");
  region.className = "p-visually-hidden";
  region.setAttribute("aria-live", urgency);
  return region;
}

export function makeFrame(host: HTMLElement, lang: string): Frame {
  const place = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  place.replaceChildren();
  dress(place, document.querySelector<HTMLScriptElement>('script[src*="embed.js"]')?.nonce ?? "");
  const root = document.createElement("div");
  const words = document.createElement("div");
  root.className = "p-root p-engage";
  root.dir = /^ar/.test(lang) ? "rtl" : "ltr";
  root.lang = lang;
  const polite = liveRegion("polite");
  const assertive = liveRegion("assertive");
  root.append(words, polite, assertive);
  place.append(root);
  return { root, words, polite, assertive };
}
