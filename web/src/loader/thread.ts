// One thread in the page: first the words, then the module that makes them live.
import type { Frame } from "./frame.js";
import { makeFrame } from "./frame.js";
import type { Done, Glue, Mount, Options, Running } from "../common/mount.js";
import { doAgain } from "../common/again.js";
import { prepareTimes, showTimes } from "../common/time.js";
import { parseServerHtml } from "./html.js";
import { chosenTheme, watchTheme } from "./theme.js";
import { leadToServer } from "./plain.js";
import { chosenSize } from "./size.js";
import { failureWords, ownersHint } from "./words.js";

declare const VERSION: string; // of the glue and the module, put in by build.mjs

const idle: (task: () => void) => void =
  "requestIdleCallback" in window
    ? (task) => requestIdleCallback(task, { timeout: 1200 })
    : (task) => setTimeout(task, 60);

/** The server answered, and it was no thread; the message is the code of its problem document. */
class Refusal extends Error {}

async function refusal(answer: Response): Promise<Refusal> {
  const problem = (await answer.json().catch(() => null)) as { code?: unknown } | null;
  return new Refusal(String(problem?.code ?? answer.status));
}

export function requestThread(options: Options): Promise<string> {
  const query = new URLSearchParams({ site: options.site, page: options.page, lang: options.lang, html: "1" });
  return fetch(`${options.base}/api/v1/thread?${query}`, { credentials: "omit" }).then(async (answer) => {
    if (!answer.ok) throw await refusal(answer);
    return answer.text();
  });
}

/** Forms and links in the words are the server's; the page is somebody else's. */
function pointToServer(words: ParentNode, base: string): void {
  for (const form of words.querySelectorAll("form")) {
    form.setAttribute("action", new URL(form.getAttribute("action") ?? "", base).href);
  }
}

/** What people do that needs the module. */
const held = ["submit", "click", "change"] as const;

export class Thread {
  private readonly frame: Frame;
  private readonly stopWatching: () => void;
  private readonly done: Done[] = [];
  private running: Running | undefined;
  private destroyed = false;
  private starting = false;

  constructor(
    readonly host: HTMLElement,
    readonly options: Options,
    first: Promise<string> = requestThread(options),
  ) {
    this.frame = makeFrame(host);
    this.applyTheme();
    this.stopWatching = watchTheme(() => this.applyTheme());
    setTimeout(prepareTimes, 0, options.lang);
    void this.show(first);
  }

  frames(): number {
    return this.running?.painted() ?? 0;
  }

  destroy(): void {
    this.destroyed = true;
    this.running?.destroy();
    this.stopWatching();
    removeEventListener("hashchange", this.revealTarget);
    this.host.shadowRoot?.replaceChildren();
  }

  private applyTheme(): void {
    const { root } = this.frame;
    root.style.setProperty("--p-rem", chosenSize(this.host));
    const theme = chosenTheme(this.options.theme, this.host);
    if (root.dataset["theme"] === theme) return;
    root.dataset["theme"] = theme;
    this.running?.themeChanged();
  }

  private async show(answer: Promise<string>): Promise<void> {
    try {
      const text = await answer;
      if (this.destroyed) return;
      const { html } = JSON.parse(text) as { html?: string };
      const content = typeof html === "string" && html ? parseServerHtml(html) : null;
      if (!content) return this.startSoon(null);
      showTimes(content, this.options.lang);
      pointToServer(content, this.options.base);
      this.frame.words.replaceChildren(...content.childNodes);
      this.revealTarget();
      addEventListener("hashchange", this.revealTarget);
      this.startSoon(text);
    } catch (error) {
      if (!this.destroyed) this.showFailure(error);
    }
  }

  private showFailure(error: unknown): void {
    const { base, lang, site } = this.options;
    const code = error instanceof Refusal ? error.message : "";
    const [sentence, button] = failureWords(lang, code);
    console.error(`Palabre: no comments here: ${ownersHint(site, base, code)}`);
    const said = document.createElement("p");
    said.className = "p-error";
    said.setAttribute("role", "alert");
    said.textContent = sentence;
    const retry = document.createElement("button");
    retry.className = "p-button";
    retry.textContent = button;
    retry.addEventListener("click", () => {
      retry.disabled = true;
      void this.show(requestThread(this.options)).then(() => this.focusFirst());
    });
    this.frame.words.className = "p-failure";
    this.frame.words.replaceChildren(said, retry);
  }

  /** The button that was pressed is gone; whoever pressed it goes on from the heading, or from its successor. */
  private focusFirst(): void {
    this.frame.words.querySelector<HTMLElement>("h2, button")?.focus({ preventScroll: true });
  }

  /** A link to one comment: the browser does not look for targets inside a shadow root. */
  private readonly revealTarget = (): void => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id.startsWith("palabre-")) return;
    const target = this.host.shadowRoot?.getElementById(id);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  };

  private startSoon(thread: string | null): void {
    const { words } = this.frame;
    words.className = "";
    const hold = (event: Event): void => {
      if (event.type === "submit") event.preventDefault();
      this.done.push({ type: event.type, target: event.target });
      start();
    };
    const start = (): void => {
      if (this.starting || this.destroyed) return;
      this.starting = true;
      void this.start(thread, () => held.forEach((type) => words.removeEventListener(type, hold)));
    };
    for (const type of held) words.addEventListener(type, hold);
    for (const type of ["pointerdown", "focusin", "keydown"]) words.addEventListener(type, start, { once: true });
    idle(start);
  }

  private async start(thread: string | null, release: () => void): Promise<void> {
    const { base } = this.options;
    const mount: Mount = { ...this.frame, options: this.options, thread, done: this.done };
    try {
      const glue = (await import(`${base}/palabre.js?v=${VERSION}`)) as Glue;
      if (this.destroyed) return;
      this.running = await glue.start(mount, `${base}/palabre.wasm?v=${VERSION}`);
      this.frame.root.dataset["live"] = "on"; // for tests and styles: clicks have an effect from here on
      release();
      if (this.destroyed) this.running.destroy();
    } catch (error) {
      // No wasm here: what was to be sent goes the way of plain forms.
      console.warn("Palabre stays plain:", error);
      release();
      if (thread === null) return this.showFailure(error);
      leadToServer(this.frame.words, thread);
      for (const event of this.done) doAgain(event);
    }
  }
}
