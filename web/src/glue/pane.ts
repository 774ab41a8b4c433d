// What one canvas lies under: a whole widget, or a part of it that scrolls by itself and takes its canvas along.
import type { View } from "./area.js";
import type { Dom } from "./dom.js";

export interface Pane {
  /** The painter's: each pane of a session has its own. */
  readonly number: number;
  /** Selects what is measured only near the window, one below the other. */
  readonly blocks: string;
  owns(element: Element): boolean;
  view(): View;
  /** What came in since it was last asked for. */
  takeFresh(): ReadonlySet<number>;
}

export function wholeWidget(root: HTMLElement, dom: Dom): Pane {
  return {
    number: 0,
    blocks: "article",
    owns: () => true,
    // The margin below is small, so that a widget at the page's end doesn't make the page longer.
    view: () => ({ box: root.getBoundingClientRect(), top: 0, bottom: innerHeight, margin: 32, marginBelow: 8 }),
    takeFresh: () => dom.takeFresh(),
  };
}
