// Links to one comment: #palabre-42. Browsers do not look for targets inside a shadow root.

const settled = 3000; // milliseconds

/** The comment that the page's address names. */
export function targetComment(): string | undefined {
  return /^#palabre-([1-9]\d{0,14})$/.exec(location.hash)?.[1];
}

export function commentIn(words: ParentNode, comment: string): HTMLElement | null {
  return words.querySelector<HTMLElement>(`#palabre-${comment}`);
}

/** Into view, where it stays while what is above gets its real height; with the focus; lit for a moment. */
export function point(comment: HTMLElement, around: Element): void {
  comment.scrollIntoView();
  comment.focus({ preventScroll: true });
  const light = getComputedStyle(comment).getPropertyValue("--p-highlight");
  const lit = { background: light, boxShadow: `0 0 0 8px ${light}` };
  comment.firstElementChild?.animate([lit, lit, {}], settled);
  const heights = new ResizeObserver(() => comment.scrollIntoView());
  const leave = (): void => heights.disconnect();
  heights.observe(around);
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(type, leave, { once: true, passive: true });
  }
  setTimeout(leave, settled);
}
