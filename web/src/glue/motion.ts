// Comments that change places slide there, and new ones slide in: a short way, for a short time, without fading a word.
// `top` is animated and not `transform`: the browser then moves words and measures boxes on the same thread, and what is
// painted stays under the words in every frame.
import type { Dom } from "./dom.js";
import type { Patch } from "./protocol.js";

const duration = 180; // milliseconds
const longest = 48; // CSS pixels; from farther away a comment comes only the last of it
const entrance = 10; // CSS pixels
const few = 3; // more new comments than that are a page of them, asked for: nothing leads the eye there

function isSeen(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}

export class Motion {
  private before: Map<Element, number> | null = null; // tops of the comments on the screen, when they change places

  constructor(
    private readonly words: HTMLElement,
    private readonly dom: Dom,
    private readonly moving: (until: Promise<unknown>) => void,
  ) {}

  /** To be called before patches are applied. */
  prepare(patches: readonly Patch[]): void {
    this.before = null;
    if (!this.comments(patches).length || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const shown = [...this.words.querySelectorAll(".p-list > *")].filter(isSeen);
    this.before = new Map(shown.map((comment) => [comment, comment.getBoundingClientRect().top]));
  }

  /** And after. */
  run(patches: readonly Patch[]): void {
    const comments = this.comments(patches);
    if (this.before) return this.slide(waysFrom(this.before));
    if (!comments.length || comments.length > few || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.slide(comments.map((comment) => [comment, -entrance]));
  }

  /** Those that the patches put somewhere, as far as they are known by now. */
  private comments(patches: readonly Patch[]): HTMLElement[] {
    const put = patches.flatMap((patch) => (patch[0] === "insert" ? [this.dom.element(patch[2])] : []));
    return put.filter((element): element is HTMLElement => element?.localName === "article");
  }

  private slide(ways: readonly (readonly [Element, number])[]): void {
    const seen = ways.filter(([comment]) => isSeen(comment));
    const running = seen.map(([comment, way]) =>
      comment.animate({ top: [`${way}px`, "0px"] }, { duration, easing: "cubic-bezier(.2,.7,.3,1)" }),
    );
    if (running.length) this.moving(Promise.allSettled(running.map((one) => one.finished)));
  }
}

function waysFrom(before: ReadonlyMap<Element, number>): [Element, number][] {
  const ways = [...before].map(([comment, top]): [Element, number] => {
    const way = top - comment.getBoundingClientRect().top;
    return [comment, Math.max(-longest, Math.min(way, longest))];
  });
  return ways.filter(([comment, way]) => way && comment.isConnected);
}
