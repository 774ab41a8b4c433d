// palabre.js: joins one thread of the page to a session of the module.
import type { Mount, Running, Texts } from "../common/mount.js";
import { doAgain } from "../common/again.js";
import { showTimes } from "../common/time.js";
import { Dom } from "./dom.js";
import { Effects } from "./effects.js";
import { Events } from "./events.js";
import { showExactTimes } from "./exact_time.js";
import { FocusKeeper } from "./focus.js";
import { PalabreModule } from "./module.js";
import { Painting } from "./painting.js";
import type { Answer, Event } from "./protocol.js";
import { remembered } from "./storage.js";

let loading: Promise<PalabreModule> | undefined;

function randomSeed(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join("");
}

class LiveThread implements Running {
  private readonly dom: Dom;
  private readonly events: Events;
  private readonly effects: Effects;
  private readonly painting: Painting | null;
  private readonly clock: number;
  private readonly stopping = new AbortController();
  private session: number;

  constructor(
    private readonly module: PalabreModule,
    private readonly mount: Mount,
    private readonly messages: Texts,
  ) {
    const { options, words, root, announcer } = mount;
    this.dom = new Dom(words, options.base, options.lang);
    this.session = this.open();
    this.effects = new Effects(this.dom, announcer, options.base, mount.counted, this.send);
    this.events = new Events(words, this.dom, this.send);
    const paints = options.paint === "auto";
    if (mount.thread === null || !this.adopt(mount.thread)) this.build();
    this.events.tellFields();
    this.send(remembered(options.site, options.page));
    this.painting = paints ? new Painting(module, this.session, this.dom, root, words) : null;
    // A copy: what is done again is heard by the loader too.
    for (const event of [...mount.done]) {
      if (event.target instanceof HTMLFormElement) this.events.submit(event.target);
      else doAgain(event);
    }
    root.dataset["live"] = ""; // for the style sheet and for tests: what people do has an effect from here on
    const { signal } = this.stopping;
    document.addEventListener("visibilitychange", () => document.hidden && this.hide(), { signal });
    window.addEventListener("pagehide", this.hide, { signal });
    showExactTimes(words, options.lang, signal);
    this.clock = window.setInterval(() => this.refreshTimes(), 60_000);
  }

  themeChanged(): void {
    this.painting?.themeChanged();
  }
  painted(): number {
    return this.painting?.frames ?? 0;
  }
  destroy(): void {
    this.hide();
    this.stopping.abort();
    clearInterval(this.clock);
    delete this.mount.root.dataset["live"];
    this.painting?.stop();
    this.events.stop();
    this.effects.stop();
    this.module.close(this.session);
  }

  private open(): number {
    const { site, page, url, title, lang } = this.mount.options;
    return this.module.open({
      site,
      page,
      url,
      title,
      lang,
      messages: this.messages,
      now: Date.now(),
      seed: randomSeed(),
    });
  }

  /** Takes the words that are there as they are. Answers false when they are not what the session would have shown. */
  private adopt(thread: string): boolean {
    this.send({ type: "adopt", thread });
    return this.dom.adopt() === this.module.idsGiven(this.session);
  }

  private build(): void {
    this.module.close(this.session);
    this.session = this.open();
    this.dom.clear();
    this.send({ type: "mount" });
  }

  private readonly send = (event: Event): void => {
    const text = this.module.receive(this.session, { now: Date.now(), ...event });
    if (!text) return;
    const { patches = [], effects = [] } = JSON.parse(text) as Answer;
    const focus = new FocusKeeper(this.mount.words);
    if (patches.length) {
      this.dom.apply(patches);
      this.painting?.treeChanged();
    }
    this.effects.perform(effects);
    focus.keep();
  };

  /** Perhaps the last that is heard of the page. */
  private readonly hide = (): void => this.send({ type: "hidden" });

  private refreshTimes(): void {
    if (!document.hidden) showTimes(this.mount.words, this.mount.options.lang);
  }
}

export async function start(mount: Mount, wasm: Promise<Response>): Promise<Running> {
  loading ??= PalabreModule.load(wasm);
  loading.catch(() => (loading = undefined));
  const [module, messages] = await Promise.all([loading, mount.messages, mount.poured]);
  return new LiveThread(module, mount, messages);
}
