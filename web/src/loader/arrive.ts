// A link to one comment leads to it, and stays there while what is above gets its real height.

const settled = 3000; // milliseconds

export function arriveAt(target: HTMLElement, around: Element): void {
  target.scrollIntoView();
  target.focus({ preventScroll: true });
  const heights = new ResizeObserver(() => target.scrollIntoView());
  const leave = (): void => heights.disconnect();
  heights.observe(around);
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(type, leave, { once: true, passive: true });
  }
  setTimeout(leave, settled);
}
