// palabre-engage.js, as palabre-more.js and the readers' glue see it: posts (polls, contests, announcements).
import type { Dom } from "../glue/dom.js";
import type { Painting } from "../glue/painting.js";
import type { Options } from "./mount.js";

/** What a thread document says of posts. */
export interface ThreadPosts {
  readonly posts?: readonly unknown[];
  readonly posts_html?: string;
  readonly now?: string;
}

/** What of a thread the posts above it take part in. */
export interface AroundThread {
  readonly options: Options;
  readonly root: HTMLElement; // .p-root of the thread
  readonly words: HTMLElement;
  readonly thread: ThreadPosts;
  readonly signal: AbortSignal; // the thread goes
}

/** What embed.js knows of the page that has places for posts. */
export interface AroundPage {
  readonly base: string;
  readonly site: string;
  readonly page: string;
  readonly lang: string;
}

export interface Engage {
  inThread(around: AroundThread): void;
  inPage(around: AroundPage): void;
}

/** The answer to `GET me` of a thread's page: an event on its words, and a property of them, the text. */
export const meEvent = "palabre-me";

/** Tells those who listen now, and those who will come. */
export function tell(words: HTMLElement, name: string, value: unknown): void {
  Object.assign(words, { [name]: value });
  words.dispatchEvent(new Event(name));
}

/** What was told, and what will be. */
export function hear<Value>(words: HTMLElement, name: string, task: (value: Value) => void, signal: AbortSignal): void {
  const look = (): void => {
    const told = (words as unknown as Record<string, Value | undefined>)[name];
    if (told !== undefined) task(told);
  };
  look();
  words.addEventListener(name, look, { signal });
}

/** A property of a thread's words once its module is there, and an event: how posts are painted beside it. */
export const paintEvent = "palabre-paint";
export type PaintPosts = (root: HTMLElement, words: HTMLElement, dom: Dom, items: () => Uint32Array) => Painting;

/** The page's own places for posts. */
export const postPlaces = "[data-palabre-poll],[data-palabre-contest],[data-palabre-post],palabre-post";
