// The painted items as a tree of comments, so that only what is near the screen is measured: a thread of thousands of
// comments costs a few reads.
import type { Dom } from "./dom.js";
import type { Pane } from "./pane.js";

const wordsPerItem = 5; // widget/host/host.cpp, ItemRecord
const sided = new Set([8, 7]); // PaintKind: quote_bar and thread_line want to know where the line starts

export interface Placed {
  readonly item: number; // its index
  readonly id: number;
  readonly element: HTMLElement;
  readonly rect: DOMRect;
  readonly rightToLeft: boolean;
  readonly block: number;
  readonly parent: number;
}

interface Item {
  readonly index: number;
  readonly id: number;
  readonly element: HTMLElement;
  readonly sided: boolean;
}

interface Block {
  readonly number: number;
  readonly parent: number;
  readonly element: HTMLElement;
  readonly items: Item[];
  readonly children: Block[];
}

export class Blocks {
  private readonly root: Block;
  private readonly byElement = new Map<Element, Block>();
  private count = 0;

  constructor(
    private readonly container: HTMLElement,
    words: Uint32Array,
    dom: Dom,
    private readonly pane: Pane,
  ) {
    this.root = this.make(container, -1);
    for (let index = 0; index * wordsPerItem < words.length; ++index) {
      const id = words[index * wordsPerItem]!;
      const element = dom.element(id);
      if (!element || !pane.owns(element)) continue;
      const kind = words[index * wordsPerItem + 1]!;
      this.blockOf(element).items.push({ index, id, element, sided: sided.has(kind) });
    }
  }

  /** Everything between two heights of the window, and the next comment after each cut, to which a line may lead. */
  between(top: number, bottom: number): Placed[] {
    const placed: Placed[] = [];
    this.visit(this.root, top, bottom, placed);
    return placed;
  }

  private make(element: HTMLElement, parent: number): Block {
    const block: Block = { number: this.count++, parent, element, items: [], children: [] };
    this.byElement.set(element, block);
    return block;
  }

  private blockOf(element: Element): Block {
    const owner = element === this.container ? null : element.closest<HTMLElement>(this.pane.blocks);
    if (!owner || !this.container.contains(owner)) return this.root;
    const known = this.byElement.get(owner);
    if (known) return known;
    const above = owner.parentElement ? this.blockOf(owner.parentElement) : this.root;
    const block = this.make(owner, above.number);
    above.children.push(block);
    return block;
  }

  private visit(block: Block, top: number, bottom: number, placed: Placed[]): void {
    this.place(block, placed);
    const { children } = block;
    for (let i = firstBelow(children, top); i < children.length; ++i) {
      const child = children[i]!;
      if (!isLaidOut(child.element)) continue;
      if (child.element.getBoundingClientRect().top > bottom) return this.place(child, placed);
      this.visit(child, top, bottom, placed);
    }
  }

  private place(block: Block, placed: Placed[]): void {
    for (const { index, id, element, sided: asks } of block.items) {
      const rect = element.getBoundingClientRect();
      const rightToLeft = asks && getComputedStyle(element).direction === "rtl";
      placed.push({ item: index, id, element, rect, rightToLeft, block: block.number, parent: block.parent });
    }
  }
}

/** To measure inside of what content-visibility leaves out would lay it out. The browser tells when it comes near. */
function isLaidOut(comment: HTMLElement): boolean {
  return comment.firstElementChild?.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
}

/** Siblings stand one below the other: the first whose end is not above `top`. */
function firstBelow(blocks: readonly Block[], top: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.element.getBoundingClientRect().bottom < top) low = middle + 1;
    else high = middle;
  }
  return low;
}
