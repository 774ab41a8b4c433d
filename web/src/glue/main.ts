// palabre.js: joins one thread of the page to a session of the module.
import type { PaintPosts } from "../common/engage.js";
import { paintEvent, tell } from "../common/engage.js";
import type { Mount, Options, Running, Texts } from "../common/mount.js";
import { doAgain } from "../common/again.js";
import { pause } from "../common/pause.js";
import type { Staff } from "../common/staff.js";
import { showTimes } from "../common/time.js";
import { fetchConverter } from "./converter.js";
import { Dom } from "./dom.js";
import { Effects } from "./effects.js";
import { Events } from "./events.js";
import { showExactTimes } from "./exact_time.js";
import { FocusKeeper } from "./focus.js";
import { Judging } from "./judging.js";
import { Motion } from "./motion.js";
import { PalabreModule } from "./module.js";
import { Painting } from "./painting.js";
import { PlaceKeeper } from "./place.js";
import type { Answer, Event } from "./protocol.js";
import { staffFor } from "./staff.js";
import { remembered } from "./storage.js";
import { Surroundings } from "./surroundings.js";

declare const LIVE_STYLES: string; // styles/live.css, put in by build.mjs

const longThread = 300_000; // characters

let loading: Promise<PalabreModule> | undefined;
let staffLoading: Promise<PalabreModule> | undefined; // of a moderator's tab

function randomSeed(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join("");
}

class LiveThread implements Running {
  private readonly events: Events;
  private readonly effects: Effects;
  private readonly motion: Motion;
  private readonly painting: Painting | null = null;
  private readonly clock: number;
  private readonly stopping = new AbortController();
  private readonly surroundings: Surroundings;

  constructor(
    private readonly module: PalabreModule,
    private readonly mount: Mount,
    private readonly messages: Texts,
    private session: number,
    private readonly dom: Dom,
    private readonly nodes: number, // that the dom has numbered
    private readonly staff: Staff | undefined,
  ) {
    const { options, words, root, announcer } = mount;
    mount.dress(LIVE_STYLES);
    this.motion = new Motion(words, dom, (until) => this.painting?.follow(until));
    const { signal } = this.stopping;
    const judging = new Judging(options, this.send, signal);
    this.effects = new Effects(this.dom, announcer, options.base, mount.counted, judging, this.send);
    this.events = new Events(words, this.dom, this.send);
    const paints = options.paint === "auto";
    if (mount.thread === null || !this.adopt()) this.build();
    this.events.tellFields();
    this.send(remembered(options.site, options.page));
    staff?.begin(this.send);
    this.painting = paints ? new Painting(module, this.session, this.dom, root, words) : null;
    if (paints) tell(words, paintEvent, this.paintPosts);
    // A copy: what is done again is heard by the loader too.
    for (const event of [...mount.done]) {
      if (event.target instanceof HTMLFormElement) this.events.submit(event.target);
      else doAgain(event);
    }
    this.surroundings = new Surroundings(words, this.dom, this.send);
    root.dataset["live"] = ""; // for the style sheet and for tests: what people do has an effect from here on
    const writes = (target: EventTarget | null): void =>
      void (target instanceof HTMLTextAreaElement && judging.begin());
    words.addEventListener("focusin", ({ target }) => writes(target), { signal });
    writes((words.getRootNode() as Document | ShadowRoot).activeElement); // since before the module was there
    for (const type of ["focusin", "selectstart"])
      words.addEventListener(type, () => fetchConverter(mount), { signal, once: true });
    showExactTimes(words, options.lang, signal);
    this.clock = window.setInterval(() => this.refreshTimes(), 60_000);
    document.addEventListener("visibilitychange", this.refreshTimes, { signal });
  }

  themeChanged(): void {
    this.painting?.themeChanged();
  }
  painted(): number {
    return this.painting?.frames ?? 0;
  }
  destroy(): void {
    this.send({ type: "hidden" }); // the last that is heard of the page
    this.stopping.abort();
    clearInterval(this.clock);
    delete this.mount.root.dataset["live"];
    this.painting?.stop();
    this.events.stop();
    this.surroundings.stop();
    this.effects.stop();
    this.module.close(this.session);
  }

  /** What another module shows, painted by this one's painter. */
  private readonly paintPosts: PaintPosts = (root, words, dom, items) => {
    const { module, mount } = this;
    const painter = Object.create(module) as PalabreModule;
    painter.items = (handle) => {
      const shown = items();
      module.takeItems(handle, shown);
      return shown;
    };
    return new Painting(painter, open(module, mount.options, {}), dom, root, words);
  };

  /** Takes the words that are there as they are. Answers false when they are not what the session would have shown. */
  private adopt(): boolean {
    this.send({ type: "adopt" });
    return this.nodes === this.module.idsGiven(this.session);
  }

  private build(): void {
    this.module.close(this.session);
    this.session = open(this.module, this.mount.options, this.messages);
    this.dom.clear();
    this.send({ type: "mount" });
  }

  private readonly send = (event: Event): void => {
    const text = this.module.receive(this.session, { now: Date.now(), ...event });
    if (!text) return;
    const { patches = [], effects = [] } = JSON.parse(text) as Answer;
    const focus = new FocusKeeper(this.mount.words);
    const place = event["quiet"] && patches.length ? new PlaceKeeper(this.mount.words) : null;
    if (patches.length) {
      this.motion.prepare(patches);
      this.dom.apply(patches);
      place?.keep();
      this.motion.run(patches);
      this.painting?.treeChanged();
    }
    const { mount } = this;
    // A member's answer with a poll: posts are no part of this module.
    if (text.includes("p-slot ")) {
      const { signal } = this.stopping;
      void mount.withMore((more) => more.posts({ ...mount, thread: {}, signal }));
    }
    this.effects.perform(this.staff?.take(effects) ?? effects);
    focus.keep();
  };

  private readonly refreshTimes = (): void => {
    if (!document.hidden) showTimes(this.mount.words, this.mount.options.lang);
  };
}

function open(module: PalabreModule, { site, page, url, title, lang }: Options, messages: Texts): number {
  return module.open({ site, page, url, title, lang, messages, now: Date.now(), seed: randomSeed() });
}

function forReaders(wasm: Promise<Response>): Promise<PalabreModule> {
  loading ??= PalabreModule.load(wasm);
  loading.catch(() => (loading = undefined));
  return loading;
}

function forStaff(staff: Staff): Promise<PalabreModule> {
  staffLoading ??= PalabreModule.load(staff.wasm());
  staffLoading.catch(() => (staffLoading = undefined));
  return staffLoading;
}

export async function start(mount: Mount, wasm: Promise<Response>): Promise<Running> {
  const staff = await staffFor(mount);
  const [module, readers, own] = await Promise.all([
    staff ? forStaff(staff) : forReaders(wasm),
    mount.messages,
    staff?.texts,
  ]);
  const messages = { ...readers, ...own };
  const session = open(module, mount.options, messages);
  const { thread, words, options } = mount;
  const dom = new Dom(words, options.base, options.lang);
  // Reading, numbering and adopting a long thread are three turns.
  const turn = async (): Promise<void> => void (thread && thread.length > longThread && (await pause(0)));
  if (thread !== null) module.receive(session, { type: "thread", thread });
  await turn();
  await mount.poured;
  const nodes = thread === null ? 0 : dom.adopt();
  await turn();
  return new LiveThread(module, mount, messages, session, dom, nodes, staff);
}
