// When something changes by itself, what the reader looks at stays where it is in the window. Browsers do so too, but not all,
// and not where nothing is left to hold on to.

const heights = [0.35, 0.6, 0.1, 0.85]; // of the window: where people look, first

export class PlaceKeeper {
  private readonly seen: [Element, number][] = [];

  constructor(private readonly words: HTMLElement) {
    const { left, width, bottom } = words.getBoundingClientRect();
    const root = words.getRootNode() as Document | ShadowRoot;
    for (const height of heights) {
      const at = root.elementFromPoint(left + width / 2, innerHeight * height);
      const block = at?.closest(".p-card, .p-composer, .p-header");
      if (block && words.contains(block)) this.seen.push([block, block.getBoundingClientRect().top]);
    }
    if (bottom <= 0) this.seen.push([words, bottom]);
  }

  keep(): void {
    const held = this.seen.find(([element]) => element.isConnected);
    if (!held) return;
    const [element, before] = held;
    const { top, bottom } = element.getBoundingClientRect();
    const moved = (element === this.words ? bottom : top) - before;
    if (Math.abs(moved) >= 0.5) scrollBy({ top: moved, behavior: "instant" });
  }
}
