// <palabre-thread>: every thread lives in one. The browser itself says when it comes into a page and when it leaves it,
// whatever moves it: a framework, a snapshot of a page, or plain script.
import type { Options } from "../common/mount.js";
import type { Given } from "./options.js";
import { names } from "./options.js";
import type { Around } from "./thread.js";
import { Thread } from "./thread.js";

/** What main.ts knows. */
export interface Surroundings extends Around {
  optionsFor(element: HTMLElement, given: Given): Options;
  /** The answer, when it was asked for before there was a place. */
  askedEarly(options: Options): Promise<string> | undefined;
}

let surroundings: Surroundings;
export const alive = new Set<ThreadElement>();

/** What makes the same thread another one. Where a page is and what it is called may change with every step in it. */
function identity({ theme, url, title, ...rest }: Options): string {
  return JSON.stringify(rest);
}

export class ThreadElement extends HTMLElement {
  static readonly observedAttributes = names.map((name) => `data-${name}`);
  /** What mount() and update() said; it counts for more than attributes. */
  given: Given = {};
  /** Nothing is shown yet: what the place says about its page is not known. */
  held = false;
  private thread: Thread | undefined;
  private options: Options | undefined;

  connectedCallback(): void {
    this.thread?.refresh();
    this.begin();
  }
  disconnectedCallback(): void {
    // Moved, not removed: it is connected again by now.
    queueMicrotask(() => this.isConnected || this.end());
  }
  attributeChangedCallback(): void {
    queueMicrotask(() => this.update());
  }

  begin(): void {
    if (this.thread || this.held) return;
    this.options = surroundings.optionsFor(this, this.given);
    this.thread = new Thread(this, this.options, surroundings, surroundings.askedEarly(this.options));
    alive.add(this);
  }

  /** Another page, language, theme …; what is not said stays. Nothing happens when nothing is different. */
  update(given: Given = {}): void {
    this.given = { ...this.given, ...given };
    if (!this.thread || !this.options) return;
    const options = surroundings.optionsFor(this, this.given);
    if (identity(options) === identity(this.options)) {
      this.options = options;
      return this.thread.setTheme(options.theme);
    }
    this.end();
    this.begin();
  }

  destroy(): void {
    this.end();
    this.remove();
  }

  /** Frames painted so far. */
  frames(): number {
    return this.thread?.frames() ?? 0;
  }

  private end(): void {
    this.thread?.destroy();
    this.thread = undefined;
    alive.delete(this);
  }
}

export function defineElement(around: Surroundings): void {
  surroundings = around;
  customElements.define("palabre-thread", ThreadElement);
}
