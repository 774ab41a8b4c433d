// What happens around the words: links to comments, selected text, and whether anybody looks.
import { commentIn, targetComment } from "../common/target.js";
import type { Dom } from "./dom.js";
import { converter } from "./converter.js";
import type { Event as Told } from "./protocol.js";

const settled = 250; // milliseconds; a press on a button comes sooner after the selection it takes away

type Composed = Selection & { getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[] };
type Root = (ShadowRoot | Document) & { getSelection?(): Selection | null };

const threads = new Set<HTMLElement>(); // the words of each on the page

export class Surroundings {
  private readonly stopping = new AbortController();
  private timer = 0;
  private told = "";
  private seen = true;

  constructor(
    private readonly words: HTMLElement,
    private readonly dom: Dom,
    private readonly send: (event: Told) => void,
  ) {
    const { signal } = this.stopping;
    threads.add(words);
    addEventListener("hashchange", () => this.locate(), { signal });
    document.addEventListener("selectionchange", () => this.selectionChanged(), { signal });
    words.addEventListener("mousedown", (event) => this.keepSelection(event), { signal });
    document.addEventListener("visibilitychange", () => this.look(!document.hidden), { signal });
    addEventListener("pagehide", () => this.look(false), { signal });
    addEventListener("pageshow", () => this.look(!document.hidden), { signal });
    addEventListener("online", () => this.look(!document.hidden, true), { signal });
    this.look(!document.hidden);
    const comment = targetComment();
    if (comment && !commentIn(words, comment)) this.locate();
  }

  stop(): void {
    threads.delete(this.words);
    clearTimeout(this.timer);
    this.stopping.abort();
  }

  /** Also what is there already: it may be folded away. */
  private locate(): void {
    const comment = targetComment();
    if (!comment) return;
    const elsewhere = [...threads].some((words) => words !== this.words && commentIn(words, comment));
    if (!elsewhere) this.send({ type: "locate", comment });
  }

  private look(seen: boolean, again = false): void {
    if (seen === this.seen && !again) return;
    this.seen = seen;
    this.send({ type: seen ? "shown" : "hidden" });
  }

  /** A press on a button would take the selection away before it is quoted. */
  private keepSelection(event: MouseEvent): void {
    const pressed = event.target instanceof Element && event.target.closest(".p-actions button");
    if (this.told && pressed) event.preventDefault();
  }

  private selectionChanged(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tellSelection(), settled);
  }

  private tellSelection(): void {
    const range = this.selected();
    const body = range && bodyOf(range, this.words);
    const text = body ? wordsOf(cut(range, body)).trim() : "";
    const id = (text && body && this.dom.idOf(body)) || 0;
    // With the keyboard on the way to the button, browsers may drop the selection.
    if (!id && this.words.querySelector(".p-actions :focus")) return;
    const told = id ? `${id} ${text}` : "";
    if (told === this.told) return;
    this.told = told;
    this.send(id ? { type: "select", id, text } : { type: "select", id: 0 });
  }

  /** Browsers differ in how they tell what is selected inside a shadow root. */
  private selected(): Range | null {
    const root = this.words.getRootNode() as Root;
    const whole = document.getSelection() as Composed | null;
    const selection = root.getSelection?.() ?? whole;
    if (!selection?.rangeCount) return null;
    const composed = root instanceof ShadowRoot && whole?.getComposedRanges?.({ shadowRoots: [root] })[0];
    const { startContainer, startOffset, endContainer, endOffset } = composed || selection.getRangeAt(0);
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.collapsed ? null : range;
  }
}

/** The comment in which the selection begins. */
function bodyOf(range: Range, words: HTMLElement): Element | null {
  const { startContainer: start } = range;
  const body = (start instanceof Element ? start : start.parentElement)?.closest(".p-body");
  return body && words.contains(body) ? body : null;
}

/** What is selected of it: people draw over its edge. */
function cut(range: Range, body: Element): DocumentFragment {
  const part = range.cloneRange();
  if (!body.contains(part.endContainer)) part.setEnd(body, body.childNodes.length);
  return part.cloneContents();
}

function wordsOf(part: DocumentFragment): string {
  return converter?.markdownOf(part) ?? part.textContent ?? "";
}
