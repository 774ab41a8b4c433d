// When what has the focus goes away and nothing else was asked for (the time to edit is over, a comment is deleted), the
// reader goes on from the comment it was in, else from the one beside it, and not from the top of the page.

export class FocusKeeper {
  private readonly before: Element | null;
  private readonly around: HTMLElement[] = [];

  constructor(private readonly words: HTMLElement) {
    this.before = focusedIn(words);
    let at = this.before?.closest<HTMLElement>("[tabindex]");
    for (; at && words.contains(at); at = at.parentElement?.closest<HTMLElement>("[tabindex]")) {
      for (const one of [at, at.nextElementSibling, at.previousElementSibling]) {
        if (one instanceof HTMLElement && one.tabIndex === -1) this.around.push(one);
      }
    }
  }

  keep(): void {
    if (!this.before || this.before.isConnected || focusedIn(this.words)) return;
    const heading = this.words.querySelector<HTMLElement>("h2");
    (this.around.find((element) => element.isConnected) ?? heading)?.focus({ preventScroll: true });
  }
}

function focusedIn(words: HTMLElement): Element | null {
  const { activeElement } = words.getRootNode() as ShadowRoot;
  return activeElement && words.contains(activeElement) ? activeElement : null;
}
