// What stands there while there is no thread, and when it is asked for again: by itself after 2 s, 4 s, … at most a minute,
// when the network is back, and when the reader says so.
import type { Options } from "../common/mount.js";
import { Refusal } from "./request.js";
import { requestMessages } from "./messages.js";
import { withMore } from "./more.js";
import { failureWords } from "./words.js";

const first = 2000; // milliseconds
const longest = 60_000;

export class Failure {
  private readonly said = document.createElement("p");
  private readonly button = document.createElement("button");
  private wait = first;
  private timer = 0;
  private byHand = false;
  private asking = false;

  constructor(
    private readonly words: HTMLElement,
    private readonly options: Options,
    private readonly ask: () => void,
    private readonly signal: AbortSignal,
  ) {
    this.said.className = "p-error";
    this.said.setAttribute("role", "alert");
    this.button.className = "p-button";
    this.button.type = "button";
    this.button.addEventListener("click", () => {
      this.byHand = true;
      this.now();
    });
    addEventListener("online", () => this.now(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  /** Once more, when it failed; an answer that is on its way is waited for. */
  now(): void {
    if (this.asking || this.button.parentNode !== this.words) return;
    this.asking = true;
    clearTimeout(this.timer);
    this.ask();
  }

  async show(error: unknown): Promise<void> {
    const { base, lang } = this.options;
    const refused = error instanceof Refusal ? error : null;
    const code = refused?.message ?? "";
    const [failed, button] = failureWords(lang);
    const sentence = `${failed} ${await this.reasonFor(code)}`.trim();
    if (this.signal.aborted) return;
    const news = this.said.textContent !== sentence;
    if (news) this.tellOwner(base, code);
    // The same words are said again to whoever asked, and to nobody else.
    if (news || this.byHand) this.said.textContent = sentence;
    this.byHand = false;
    this.button.textContent = button;
    this.asking = false;
    if (this.button.parentNode !== this.words) {
      this.words.className = "p-failure";
      this.words.replaceChildren(this.said, this.button);
    }
    if (refused && !refused.passing) return;
    this.timer = window.setTimeout(() => this.now(), this.wait);
    this.wait = Math.min(this.wait * 2, longest);
  }

  /** In the server's own words: it answers, or there would be no code. */
  private async reasonFor(code: string): Promise<string> {
    const texts = code ? await requestMessages(this.options).catch(() => null) : null;
    return texts?.[`error.${code}`] ?? "";
  }

  private tellOwner(base: string, code: string): void {
    const tell = (hint: string): void => console.error(`Palabre: no comments here: ${hint}`);
    if (code) void withMore(base, ({ hintFor }) => tell(hintFor(this.options, code)));
    else tell(`${base} did not answer`);
  }
}
