// palabre-desk.js: the owner's desk at /admin. Joins the page to the one session of palabre-desk.wasm.
import { Dom } from "../glue/dom.js";
import { FocusKeeper } from "../glue/focus.js";
import { PalabreModule } from "../glue/module.js";
import type { Event } from "../glue/protocol.js";
import { showTimes } from "../common/time.js";
import { Effects } from "./effects.js";
import { Events } from "./events.js";
import { Panes } from "./panes.js";
import type { Answer } from "./protocol.js";
import { stored } from "./stored.js";
import { zone } from "./zone.js";

declare const DESK_WASM_VERSION: string;
declare const DESK_LANGUAGES: readonly string[];

type Texts = Record<string, string>;

/** Of the languages that the desk speaks, the one that this person's browser wants most. */
function chooseLanguage(): string {
  const wanted = [stored().lang ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((language) => DESK_LANGUAGES.includes(language)) ?? "en";
}

async function texts(lang: string): Promise<Texts> {
  const files = [`/engage/${lang}.json`, `/messages/${lang}.json`, `/desk/${lang}.json`].map(async (file) => {
    const answer = await fetch(`${file}?v=${DESK_WASM_VERSION}`);
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return (await answer.json()) as Texts;
  });
  const [posts, readers, desk] = await Promise.all(files);
  return { ...posts, ...readers, ...desk };
}

class Desk {
  private readonly dom: Dom;
  private readonly effects: Effects;
  private readonly session: number;
  private readonly panes: Panes;

  constructor(
    private readonly module: PalabreModule,
    private readonly root: HTMLElement,
    private readonly words: HTMLElement,
    announcer: HTMLElement,
    lang: string,
    messages: Texts,
  ) {
    this.session = module.open({ lang, origin: location.origin, messages, now: Date.now() });
    this.dom = new Dom(words, location.origin, lang);
    this.effects = new Effects(this.dom, announcer, this.send, (key) => key === "theme" && this.dress());
    new Events(words, this.dom, this.send);
    const offset = String(-new Date().getTimezoneOffset());
    this.send({ type: "mount", value: location.hash, stored: { ...stored(), offset, zone: zone(Date.now()) } });
    this.panes = new Panes(module, this.session, this.dom, root, words);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", this.dress);
    this.dress();
    setInterval(() => !document.hidden && showTimes(words, lang), 60_000);
    root.dataset["live"] = "";
  }

  private readonly dress = (): void => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.root.dataset["theme"] = stored()["theme"] ?? (dark ? "dark" : "light");
    this.panes.themeChanged();
  };

  private readonly send = (event: Event): void => {
    const text = this.module.receive(this.session, { now: Date.now(), ...event });
    if (!text) return;
    const { patches = [], effects = [] } = JSON.parse(text) as Answer;
    const focus = new FocusKeeper(this.words);
    if (patches.length) {
      this.dom.apply(patches);
      this.panes?.treeChanged();
    }
    this.effects.perform(effects);
    focus.keep();
  };
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

async function start(): Promise<void> {
  const lang = chooseLanguage();
  document.documentElement.lang = lang;
  const root = make("div", "p-root d-root");
  const words = make("div", "d-words");
  const announcer = make("div", "p-visually-hidden");
  announcer.setAttribute("role", "status");
  root.append(words, announcer);
  document.body.append(root);
  const wasm = fetch(`/palabre-desk.wasm?v=${DESK_WASM_VERSION}`);
  const [module, messages] = await Promise.all([PalabreModule.load(wasm), texts(lang)]);
  new Desk(module, root, words, announcer, lang, messages);
}

start().catch((error: unknown) => {
  const trouble = make("p", "d-broken");
  trouble.setAttribute("role", "alert");
  trouble.textContent = `The desk could not start: ${String(error)}. Reload the page.`;
  document.body.append(trouble);
});
