// Light or dark: what the owner says, else what the words would stand on.
import type { Theme } from "../common/mount.js";

interface Colour {
  readonly luminance: number; // 0 … 1, roughly
  readonly alpha: number;
}

function colour(text: string): Colour {
  const numbers = (text.match(/[\d.]+/g) ?? []).map(Number);
  const scale = text.startsWith("rgb") ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return { luminance: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale, alpha };
}

/** The first ground that hides what is behind it; without one, light words mean a dark page. */
export function themeAround(element: Element): "light" | "dark" {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = colour(getComputedStyle(at).backgroundColor);
    if (ground.alpha > 0.5) return ground.luminance < 0.4 ? "dark" : "light";
  }
  return colour(getComputedStyle(element).color).luminance > 0.6 ? "dark" : "light";
}

export function chosenTheme(theme: Theme, host: Element): "light" | "dark" {
  return theme === "auto" ? themeAround(host) : theme;
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
