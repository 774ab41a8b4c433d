// One thread in the page: first the words, then the module that makes them live.
import type { Frame } from "./frame.js";
import { makeFrame } from "./frame.js";
import type { Done, Glue, Mount, Options, Running, Theme } from "../common/mount.js";
import type { ThreadPosts } from "../common/engage.js";
import { doAgain } from "../common/again.js";
import { pause } from "../common/pause.js";
import { commentIn, point, targetComment } from "../common/target.js";
import { Failure } from "./failure.js";
import { whenNear } from "./near.js";
import { chosenTheme, watchTheme } from "./theme.js";
import { requestMessages } from "./messages.js";
import { withMore } from "./more.js";
import { pour } from "./pieces.js";
import { rehearse } from "./rehearsal.js";
import { requestThread } from "./request.js";
import { chosenSize } from "./size.js";

declare const VERSION: string; // of the glue and the module, put in by build.mjs

let wasm: Promise<Response> | undefined; // one for all threads of the page, on its way beside the glue

/** What people do that needs the module. */
const held = ["submit", "click", "change"] as const;
const patience = [1000, 4000]; // milliseconds between tries to get the module over a bad network

/** The link past the composer: browsers do not look for its target inside a shadow root. */
function skip(event: Event): void {
  const link = event.target as Element;
  if (!link.matches(".p-skip")) return;
  event.preventDefault();
  link.closest("section")?.querySelector("article")?.focus();
}

/** The thread document, as far as it concerns the loader. */
interface Document extends ThreadPosts {
  readonly html?: string;
  readonly look?: Record<string, string>;
}

/** How the page takes part. */
export interface Around {
  readonly nonce: string; // of our tag, for a style element where there is no other way
  readonly counted: () => void;
}

export class Thread {
  private readonly frame: Frame;
  private readonly done: Done[] = [];
  private readonly stopping = new AbortController();
  private readonly failure: Failure;
  private readonly near: Promise<void>;
  private running: Running | undefined;
  private starting = false;
  /** What the site's owner set at the desk: `theme`, and properties of the styles by name. */
  private look: Record<string, string> | undefined;

  constructor(
    readonly host: HTMLElement,
    private options: Options,
    private readonly around: Around,
    first?: Promise<string>,
  ) {
    const { signal } = this.stopping;
    const answer = first ?? this.request(); // before all else: everything here can wait for the network with it
    this.frame = makeFrame(host, options, around.nonce);
    this.failure = new Failure(this.frame.words, options, () => void this.show(this.request()), signal);
    this.refresh();
    watchTheme(() => this.refresh(), signal);
    // Back in the page as it was left: its looks may have changed, and its server may be up again.
    const returned = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return;
      this.refresh();
      this.failure.now();
    };
    addEventListener("pageshow", returned, { signal });
    this.frame.words.addEventListener("click", skip);
    rehearse(this.frame.root, this.frame.words, options);
    this.near = new Promise((resolve) => whenNear(host, resolve, signal));
    void this.show(answer);
  }

  frames(): number {
    return this.running?.painted() ?? 0;
  }

  destroy(): void {
    this.stopping.abort();
    this.running?.destroy();
    (this.host.shadowRoot ?? this.host).replaceChildren();
  }

  setTheme(theme: Theme | undefined): void {
    this.options = { ...this.options, theme };
    this.refresh();
  }

  /** Fits the looks to what is around. */
  refresh(): void {
    const { look } = this;
    const { root } = this.frame;
    root.style.setProperty("--p-rem", chosenSize(this.host));
    // What the page itself says counts for more.
    const said = getComputedStyle(this.host);
    for (const name in look) root.style.setProperty(name, said.getPropertyValue(name) || look[name]!);
    root.dataset["theme"] = chosenTheme(this.options.theme || look?.["theme"], this.host);
    this.running?.themeChanged();
  }

  private get destroyed(): boolean {
    return this.stopping.signal.aborted;
  }

  private request(): Promise<string> {
    return requestThread(this.options, this.stopping.signal);
  }

  private async show(answer: Promise<string>): Promise<void> {
    try {
      const text = await answer;
      if (!this.destroyed) this.showWords(text);
    } catch (error) {
      if (!this.destroyed) void this.failure.show(error);
    }
  }

  private showWords(text: string): void {
    const { words } = this.frame;
    const { html, look, ...thread } = JSON.parse(text) as Document;
    this.look = look;
    this.refresh();
    const focused = words.querySelector(":focus");
    words.className = "";
    words.replaceChildren();
    const { signal } = this.stopping;
    const poured = html ? pour(words, html, this.options, signal) : null;
    if (poured) {
      if (!this.revealTarget()) void poured.then(this.revealTarget);
      addEventListener("hashchange", this.revealTarget, { signal });
      // The button that was pressed is gone; whoever pressed it goes on from the heading.
      if (focused) words.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    }
    const { frame, options } = this;
    if (thread.posts) void withMore(options.base, (more) => more.posts({ ...frame, options, thread, signal }));
    this.startSoon(poured ? JSON.stringify(thread) : null, poured ?? Promise.resolve());
  }

  /** A link to one comment. Answers whether it is here. The module does it once it is there. */
  private readonly revealTarget = (): boolean => {
    const comment = this.running ? undefined : targetComment();
    const target = comment && commentIn(this.frame.words, comment);
    if (!target) return false;
    point(target, this.frame.words);
    return true;
  };

  /** Reading needs no module: it comes when the thread is near the window, or when somebody does something in it. */
  private startSoon(thread: string | null, poured: Promise<void>): void {
    const { words } = this.frame;
    const hold = (event: Event): void => {
      if (event.type === "submit") event.preventDefault();
      this.done.push({ type: event.type, target: event.target });
      start();
    };
    const start = (): void => {
      if (this.starting || this.destroyed) return;
      this.starting = true;
      void this.start(thread, poured, () => held.forEach((type) => words.removeEventListener(type, hold)));
    };
    for (const type of held) words.addEventListener(type, hold);
    for (const type of ["pointerdown", "focusin", "keydown"]) words.addEventListener(type, start, { once: true });
    // Whoever comes from the desk, by #palabre-moderate=, has a minute to begin: glue/staff.ts. A shorter look costs less.
    if (thread === null || this.options.module === "off" || /re-m/.test(location.hash)) start();
    else void this.near.then(start);
  }

  private async start(thread: string | null, poured: Promise<void>, release: () => void): Promise<void> {
    for (let attempt = 0; !this.destroyed; ++attempt) {
      try {
        return await this.startModule(thread, poured, attempt, release);
      } catch (error) {
        wasm = undefined;
        // A network that is lost may come back; a policy, a damaged file or an old browser stays as it is.
        const wait = error instanceof TypeError ? patience[attempt] : undefined;
        if (this.destroyed) return;
        if (wait === undefined) {
          await poured;
          return this.stayPlain(thread, error, release);
        }
        await pause(wait);
      }
    }
  }

  private async startModule(
    thread: string | null,
    poured: Promise<void>,
    attempt: number,
    release: () => void,
  ): Promise<void> {
    const { base, module } = this.options;
    if (module === "off") throw new Error("data-module is off");
    const { counted } = this.around;
    const messages = requestMessages(this.options);
    messages.catch(() => undefined); // the start says so; here and below they only must not count as unhandled
    const { options, done } = this;
    const ask: Mount["withMore"] = (task) => withMore(base, task);
    const mount: Mount = { ...this.frame, options, thread, messages, poured, counted, done, withMore: ask };
    wasm ??= fetch(`${base}/palabre.wasm?v=${VERSION}`, { credentials: "omit" });
    wasm.catch(() => undefined);
    // Browsers remember an address that failed.
    const glue = (await import(`${base}/palabre.js?v=${VERSION}${attempt ? `&try=${attempt}` : ""}`)) as Glue;
    if (this.destroyed) return;
    const running = await glue.start(mount, wasm);
    if (this.destroyed) return running.destroy();
    this.running = running;
    this.frame.root.dataset["live"] = "on"; // for tests and styles: clicks have an effect from here on
    release();
  }

  private stayPlain(thread: string | null, error: unknown, release: () => void): void {
    console.warn("Palabre stays plain:", error);
    if (thread === null) return void this.failure.show(error);
    void withMore(this.options.base, ({ leadToServer }) => {
      release();
      leadToServer(this.frame.words, thread, this.options);
      for (const event of this.done) doAgain(event);
    });
  }
}
