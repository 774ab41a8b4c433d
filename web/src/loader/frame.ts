// What is around a thread: a shadow root, or none when the owner wants the page's own styles to reach in; our styles, the
// place of the words, the live region.
import type { Options } from "../common/mount.js";
import { withMore } from "./more.js";

declare const STYLES: string; // palabre.css, put in by build.mjs

const styles = STYLES; // written into the file once
const sheets = new Map<string, CSSStyleSheet>(); // by what is in them

// A constructed sheet is no inline style, so a page's content policy has nothing against it.
function addStyles(holder: Document | ShadowRoot, css: string, nonce: string): void {
  try {
    let sheet = sheets.get(css);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    if (!holder.adoptedStyleSheets.includes(sheet)) holder.adoptedStyleSheets = [...holder.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.nonce = nonce;
    style.textContent = css;
    (holder === document ? document.head : holder).append(style);
  }
}

export interface Frame {
  /** Adds rules, as the owner wants ours to be there. */
  readonly dress: (css: string) => void;
  readonly root: HTMLElement;
  readonly words: HTMLElement;
  readonly announcer: HTMLElement;
}

export function makeFrame(host: HTMLElement, options: Options, nonce: string): Frame {
  const light = options.dom === "light";
  const place = light ? host : (host.shadowRoot ?? host.attachShadow({ mode: "open" }));
  place.replaceChildren();
  const dress = (css: string): void => {
    if (options.styles !== "auto") return;
    if (!light) addStyles(place as ShadowRoot, css, nonce);
    else void withMore(options.base, ({ layered }) => addStyles(document, layered(css), nonce));
  };
  dress(styles);
  const root = document.createElement("div");
  const words = document.createElement("div");
  const announcer = document.createElement("div");
  root.className = "p-root";
  root.dir = /^ar/.test(options.lang) ? "rtl" : "ltr"; // what people write has a direction of its own
  announcer.className = "p-visually-hidden";
  announcer.setAttribute("aria-live", "polite");
  root.append(words, announcer);
  place.append(root);
  return { root, words, announcer, dress };
}
