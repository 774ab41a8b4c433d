// palabre-more.js, as embed.js sees it.
import type { Given } from "../loader/options.js";
import type { AroundThread } from "./engage.js";
import type { Options } from "./mount.js";

export interface Asked {
  readonly base: string;
  readonly site: string;
  readonly page: string; // of the page that asks
  readonly lang: string;
  readonly fresh: boolean; // past the browser's cache: something was written just now
}

/** What of Palabre the other systems' names are made of. */
export interface StoodIn {
  mount(place: Element, given: Given): { destroy(): void };
  update(place?: Element, given?: Given): void;
  count(): Promise<void>;
}

export interface More {
  /** Fills the counters that are in the page, and its places for posts. */
  count(asked: Asked): Promise<void>;
  /** Posts above a thread and in its comments. */
  posts(around: AroundThread): void;
  /** What another system's container, and the tag, say about the thread in it. */
  readPlace(place: HTMLElement, tag: Given): Given;
  /** Answers to the names by which a page's own script calls other systems. */
  standIn(palabre: StoodIn): void;
  /** What the owner can do about a thread that the server refused. */
  hintFor(options: Options, code: string): string;
  /** Our style sheet for a thread without a shadow root. */
  layered(css: string): string;
  /** Words with formatting as Markdown. */
  markdownOf(fragment: DocumentFragment | Element): string;
  /** Whether there is any formatting in it. */
  isFormatted(fragment: ParentNode): boolean;
  /** Makes words that show a thread work by links and forms. */
  leadToServer(words: HTMLElement, thread: string, options: Options): void;
}
