// What the loader hands to the glue: words that are already in the page, and where they stand.
import type { More } from "./more.js";

export type Theme = "auto" | "light" | "dark";

export interface Options {
  readonly base: string; // the server's origin, without a slash at its end
  readonly site: string;
  readonly page: string;
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly theme: Theme | undefined; // not said: what the site's owner set at the desk
  readonly paint: "auto" | "off";
  readonly dom: "shadow" | "light";
  readonly styles: "auto" | "off";
  readonly module: "auto" | "off"; // off: plain forms, and no try at WebAssembly
}

// An event as it was: afterwards the browser hides a target that is in a shadow root.
export interface Done {
  readonly type: string;
  readonly target: EventTarget | null;
}

/** A catalogue: the words of one language, by key. */
export type Texts = Readonly<Record<string, string>>;

export interface Mount {
  readonly options: Options;
  readonly root: HTMLElement; // .p-root, in the shadow root
  readonly words: HTMLElement; // holds the thread's elements and nothing else
  readonly dress: (css: string) => void; // adds rules to the loader's
  readonly announcer: HTMLElement; // a polite live region that stays
  readonly withMore: (task: (more: More) => void) => Promise<void>; // waits for palabre-more.js as long as it takes
  readonly thread: string | null; // the thread document that the words show; null: there are no words yet
  readonly poured: Promise<void>; // when all of its words are there
  readonly counted: () => void; // the number of comments changed
  readonly messages: Promise<Texts>; // asked for when the module was
  readonly done: readonly Done[]; // what was pressed, chosen or sent before the module was there, in order
}

export interface Running {
  themeChanged(): void;
  destroy(): void;
  painted(): number; // frames painted so far, for tests
}

export interface Glue {
  start(mount: Mount, wasm: Promise<Response>): Promise<Running>;
}
