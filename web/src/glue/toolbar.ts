// A toolbar is one stop of the Tab key; the arrow keys lead from button to button.

function steps(key: string, rightToLeft: boolean): number {
  if (key === "Home") return -Infinity;
  if (key === "End") return Infinity;
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return rightToLeft ? -step : step;
}

function toolbarOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[role=toolbar]") : null;
}

/** Answers whether the key was one of the toolbar's. */
export function moveInToolbar(event: KeyboardEvent): boolean {
  const toolbar = toolbarOf(event.target);
  const by = toolbar ? steps(event.key, getComputedStyle(toolbar).direction === "rtl") : 0;
  if (!toolbar || !by || event.ctrlKey || event.metaKey || event.altKey) return false;
  const buttons = [...toolbar.querySelectorAll("button")];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = Math.min(Math.max(at + by, 0), buttons.length - 1);
  buttons.forEach((button, place) => (button.tabIndex = place === next ? 0 : -1));
  buttons[next]?.focus();
  return true;
}

/** A pressed button leaves the focus in the text, and a phone's keyboard where it is. */
export function keepFocus(event: MouseEvent): void {
  const toolbar = toolbarOf(event.target);
  const area = toolbar?.closest("form")?.querySelector("textarea");
  const { activeElement } = (toolbar?.getRootNode() ?? document) as Document | ShadowRoot;
  if (area && area === activeElement) event.preventDefault();
}
