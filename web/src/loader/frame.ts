// The shadow root around a thread: styles, the place of the words, the live region.

declare const STYLES: string; // palabre.css, put in by build.mjs

let sheet: CSSStyleSheet | undefined;

// A constructed sheet is no inline style, so a page's content policy has nothing against it.
function addStyles(shadow: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = STYLES;
    shadow.append(style);
  }
}

export interface Frame {
  readonly root: HTMLElement;
  readonly words: HTMLElement;
  readonly announcer: HTMLElement;
}

export function makeFrame(host: HTMLElement): Frame {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  shadow.replaceChildren();
  addStyles(shadow);
  const root = document.createElement("div");
  const words = document.createElement("div");
  const announcer = document.createElement("div");
  root.className = "p-root";
  root.dir = "ltr"; // as all our catalogues; what people write has a direction of its own
  announcer.className = "p-visually-hidden";
  announcer.setAttribute("aria-live", "polite");
  root.append(words, announcer);
  shadow.append(root);
  return { root, words, announcer };
}
