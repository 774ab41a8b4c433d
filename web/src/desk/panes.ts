// What the desk is painted on: a canvas below all that stands still, and one inside each part that scrolls by itself or lies
// over the rest. A canvas scrolls with its words, so nothing tears.
import type { Dom } from "../glue/dom.js";
import type { View } from "../glue/area.js";
import type { PalabreModule } from "../glue/module.js";
import { Painting } from "../glue/painting.js";
import type { Pane } from "../glue/pane.js";

const panes = ".d-pane, .d-nav, .d-dialog";
// What moves over the words, and what is only to be looked at: the style sheet alone.
const ownLook = ".d-toasts, .d-save, .d-still";

class DeskPane implements Pane {
  readonly blocks = "article, .d-row";
  private fresh = new Set<number>();

  constructor(
    private readonly element: HTMLElement,
    readonly number: number,
    private readonly words: HTMLElement,
  ) {}

  owns(element: Element): boolean {
    const owner = element.closest<HTMLElement>(`${panes}, ${ownLook}`) ?? this.words;
    return (this.words.contains(owner) ? owner : this.words) === this.element;
  }

  /** Without its own canvas, which would keep a content that became shorter as long as it was. */
  view(): View {
    const { element } = this;
    const { left, top, bottom } = element.getBoundingClientRect();
    const start = top + element.clientTop - element.scrollTop;
    const end = Math.min(Math.max(bottom - element.clientTop, endOfChildren(element)), start + element.scrollHeight);
    const from = left + element.clientLeft;
    return {
      box: { left: from, top: start, right: from + element.clientWidth, bottom: end },
      top: Math.max(0, top),
      bottom: Math.min(innerHeight, bottom),
      margin: 0,
      marginBelow: 0,
    };
  }

  bring(fresh: ReadonlySet<number>): void {
    for (const id of fresh) this.fresh.add(id);
  }
  takeFresh(): ReadonlySet<number> {
    const taken = this.fresh;
    this.fresh = new Set();
    return taken;
  }
}

function endOfChildren(element: HTMLElement): number {
  const ends = [...element.children].map((child) =>
    child instanceof HTMLCanvasElement ? 0 : child.getBoundingClientRect().bottom,
  );
  return Math.max(...ends, 0) + parseFloat(getComputedStyle(element).paddingBottom);
}

interface Painted {
  readonly pane: DeskPane;
  readonly painting: Painting;
  readonly sizes: ResizeObserver;
}

export class Panes {
  private readonly all = new Map<HTMLElement, Painted>();

  constructor(
    private readonly module: PalabreModule,
    private readonly session: number,
    private readonly dom: Dom,
    private readonly root: HTMLElement,
    private readonly words: HTMLElement,
  ) {
    this.treeChanged();
  }

  get frames(): number {
    return [...this.all.values()].reduce((sum, { painting }) => sum + painting.frames, 0);
  }

  treeChanged(): void {
    const found = [this.words, ...this.words.querySelectorAll<HTMLElement>(panes)];
    const kept = new Set(found);
    for (const element of this.all.keys()) if (!kept.has(element)) this.close(element);
    for (const element of found) if (!this.all.has(element)) this.open(element);
    const fresh = this.dom.takeFresh();
    for (const [element, { pane, painting, sizes }] of this.all) {
      pane.bring(fresh);
      painting.treeChanged();
      for (const child of element.children) sizes.observe(child);
    }
  }

  themeChanged(): void {
    for (const { painting } of this.all.values()) painting.themeChanged();
  }

  private open(element: HTMLElement): void {
    const taken = new Set([...this.all.values()].map(({ pane }) => pane.number));
    let number = 0;
    while (taken.has(number)) ++number;
    const pane = new DeskPane(element, number, this.words);
    const root = element === this.words ? this.root : element;
    const painting = new Painting(this.module, this.session, this.dom, root, element, pane);
    const sizes = new ResizeObserver(() => painting.layoutChanged());
    this.all.set(element, { pane, painting, sizes });
  }

  private close(element: HTMLElement): void {
    this.all.get(element)?.painting.stop();
    this.all.get(element)?.sizes.disconnect();
    this.all.delete(element);
  }
}
