// One place of posts: first the server's words, then the module that makes them live.
import type { PaintPosts } from "../common/engage.js";
import type { Done, Texts } from "../common/mount.js";
import { doAgain } from "../common/again.js";
import { Dom } from "../glue/dom.js";
import { FocusKeeper } from "../glue/focus.js";
import type { Painting } from "../glue/painting.js";
import type { Event } from "../glue/protocol.js";
import { parseServerHtml } from "../loader/html.js";
import { whenNear } from "../loader/near.js";
import { Bodies } from "./bodies.js";
import type { Answer } from "./effects.js";
import { Effects } from "./effects.js";
import { Events } from "./events.js";
import type { Frame } from "./frame.js";
import { makeFrame } from "./frame.js";
import { dismissed, remembered } from "./memory.js";
import type { EngageModule } from "./module.js";
import { loadModule, loadTexts } from "./module.js";
import { showTimes } from "./times.js";

export interface List {
  readonly posts: readonly unknown[];
  readonly now: string;
  readonly html: string | undefined;
}

export interface PlaceOptions {
  readonly base: string;
  readonly site: string;
  readonly page: string;
  readonly lang: string;
  readonly place: "thread" | "alone";
  /** Gives the thread's composer the focus. */
  readonly compose: () => void;
}

const held = ["submit", "click", "change"] as const;
const minute = 60_000; // milliseconds
const wordsPerItem = 5; // widget/host/host.cpp, ItemRecord

export class Place {
  readonly frame: Frame;
  private readonly done: Done[] = [];
  private readonly dom: Dom;
  private readonly bodies = new Bodies();
  private readonly ahead: number;
  private module: EngageModule | undefined;
  private session = 0;
  private effects: Effects | undefined;
  private starting = false;
  private live = false;
  private paint: PaintPosts | undefined;
  private painting: Painting | undefined;
  private own: string | undefined; // the answer to `GET me`, before there was a session

  constructor(
    host: HTMLElement,
    private readonly list: List,
    private readonly options: PlaceOptions,
    private readonly signal: AbortSignal,
  ) {
    this.frame = makeFrame(host, options.lang);
    this.dom = new Dom(this.frame.words, options.base, options.lang);
    this.ahead = Math.max(0, Date.parse(list.now) - Date.now()) || 0;
    const poured = this.pour();
    this.hold();
    whenNear(host, () => void this.start(poured), signal);
    for (const type of ["pointerdown", "focusin", "keydown"]) {
      this.frame.words.addEventListener(type, () => void this.start(poured), { once: true, signal });
    }
    const clock = setInterval(() => document.hidden || !host.isConnected || this.showTimes(), minute);
    signal.addEventListener("abort", () => {
      clearInterval(clock);
      this.painting?.stop();
      this.module?.close(this.session);
    });
    if (!poured) void this.start(false);
  }

  /** What a thread's own request told of this reader. */
  tellOwn(body: string): void {
    this.own = body;
    if (this.module) this.send({ type: "own", body });
  }

  /** The thread's own module paints what is here, once both are there. */
  paintBy(paint: PaintPosts): void {
    this.paint = paint;
    if (!this.live) return;
    this.painting?.stop();
    const { root, words } = this.frame;
    this.painting = paint(root, words, this.dom, () => this.visibleItems());
    words.addEventListener("toggle", () => this.painting?.treeChanged(), { signal: this.signal, capture: true });
  }

  /** What is folded away has a box, too, and is not to be painted. */
  private visibleItems(): Uint32Array {
    const items = this.module!.items(this.session);
    const shown: number[] = [];
    for (let at = 0; at < items.length; at += wordsPerItem) {
      const folded = this.dom.element(items[at]!)?.closest("details:not([open])");
      if (!folded) shown.push(...items.subarray(at, at + wordsPerItem));
    }
    return Uint32Array.from(shown);
  }

  themeChanged(): void {
    this.painting?.themeChanged();
  }

  private pour(): boolean {
    const content = this.list.html === undefined ? null : parseServerHtml(this.list.html);
    if (!content) return false;
    for (const form of content.querySelectorAll("form")) {
      form.setAttribute("action", new URL(form.getAttribute("action") ?? "", this.options.base).href);
    }
    const gone = dismissed(this.options.site);
    for (const element of content.querySelectorAll<HTMLElement>("[id]"))
      if (gone.has(element.id)) element.hidden = true;
    showTimes(content, this.options.lang, this.ahead);
    this.frame.words.replaceChildren(...content.childNodes);
    return true;
  }

  private hold(): void {
    const { words } = this.frame;
    const hold = (event: globalThis.Event): void => {
      if (this.module) return;
      if (event.type === "submit") event.preventDefault();
      this.done.push({ type: event.type, target: event.target });
    };
    for (const type of held) words.addEventListener(type, hold, { signal: this.signal });
  }

  private async start(adopt: boolean): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    const { base, lang } = this.options;
    try {
      const [module, messages] = await Promise.all([loadModule(base), loadTexts(base, lang)]);
      if (this.signal.aborted) return;
      this.module = module;
      this.session = this.open(messages);
      this.begin(module, adopt, messages);
    } catch (error) {
      // The forms lead to the server; what was sent meanwhile goes there.
      console.warn("Palabre's posts stay plain:", error);
      for (const event of this.done) if (event.type === "submit") doAgain(event);
      this.starting = this.done.some((event) => event.type === "submit");
    }
  }

  private begin(module: EngageModule, adopt: boolean, messages: Texts): void {
    this.module = module;
    const { base, site, compose } = this.options;
    this.effects = new Effects(base, this.dom, this.frame, this.send, compose, this.signal);
    if (!adopt || !this.adopt()) this.build(messages);
    const events = new Events(this.frame.words, this.dom, this.send, this.signal);
    this.send({ type: "remember", ...remembered(site) });
    events.tellFields(this.frame.words);
    if (this.own !== undefined) this.send({ type: "own", body: this.own });
    for (const { type, target } of this.done) {
      if (target instanceof HTMLFormElement) events.submit(target);
      else if (type === "click") doAgain({ type, target });
    }
    const look = (): void => this.send({ type: document.hidden ? "hidden" : "shown" });
    document.addEventListener("visibilitychange", look, { signal: this.signal });
    this.live = true;
    if (this.paint) this.paintBy(this.paint);
    this.frame.root.dataset["live"] = ""; // for the style sheet and for tests: what people do has an effect from here on
  }

  private open(messages: Texts): number {
    const { site, page, lang, place } = this.options;
    return this.module!.open({ site, page, lang, place, messages });
  }

  private beginWith(adopt: boolean): void {
    const { posts, now } = this.list;
    this.send({ type: "begin", document: JSON.stringify({ posts, now }), adopt });
  }

  /** Takes the words that are there as they are, but for those that the server alone knows how to print. Answers false when they are not what the session would have shown. */
  private adopt(): boolean {
    this.bodies.take(this.frame.words);
    const nodes = this.dom.adopt();
    this.beginWith(true);
    this.bodies.fill(this.frame.words);
    return nodes === this.module!.idsGiven(this.session);
  }

  private build(messages: Texts): void {
    this.module!.close(this.session);
    this.session = this.open(messages);
    this.dom.clear();
    this.beginWith(false);
  }

  private showTimes(): void {
    showTimes(this.frame.words, this.options.lang, this.ahead);
  }

  private readonly send = (event: Event): void => {
    if (!this.module) return;
    const text = this.module.receive(this.session, { now: Date.now(), ...event });
    const { patches = [], effects = [] } = JSON.parse(text) as Answer;
    const focus = new FocusKeeper(this.frame.words);
    if (event.type === "response") this.bodies.learn(event["body"]);
    if (patches.length) {
      this.dom.apply(patches);
      this.bodies.fill(this.frame.words);
      this.showTimes();
      this.painting?.treeChanged();
    }
    this.effects?.perform(effects);
    focus.keep();
  };
}
