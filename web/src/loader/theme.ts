// Light or dark: what the owner says, else what the words would stand on.

/** Its luminance, 0 … 1, roughly, and its alpha. */
function colour(text: string): [number, number] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [(red * 2 + green * 7 + blue) / (text.startsWith("rgb") ? 2550 : 10), alpha];
}

/** The first ground that hides what is behind it; without one, light words mean a dark page. */
export function themeAround(element: Element): "light" | "dark" {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [luminance, alpha] = colour(getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return luminance < 0.4 ? "dark" : "light";
  }
  return colour(getComputedStyle(element).color)[0] > 0.6 ? "dark" : "light";
}

export function chosenTheme(theme: string | undefined, host: Element): string {
  return /^(light|dark)$/.test(theme!) ? theme! : themeAround(host);
}

/** Calls back when the answer may have changed. */
export function watchTheme(changed: () => void, signal: AbortSignal): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
  addEventListener("resize", changed, { signal }); // another size may have other styles
  // Our host's sheet makes a short transition of every change that concerns us; the page's own grounds may have long ones.
  const ended = ({ propertyName: name }: TransitionEvent): void => {
    if (/color|font|^--/.test(name)) changed();
  };
  addEventListener("transitionend", ended, { signal });
  document.addEventListener("load", changed, { signal, capture: true }); // a style sheet's too
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  observer.observe(document.head, { childList: true, subtree: true, attributes: true, characterData: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
