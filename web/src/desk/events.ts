// What people do at the desk, told to the session.
import type { Dom, Field } from "../glue/dom.js";
import { isField } from "../glue/dom.js";
import type { Event as Told } from "../glue/protocol.js";

// Keys that browsers and screen readers need as they are, where the desk has no use for them.
const ours = /^(Escape|Enter|Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|[a-z/?!#]|[A-Z])$/;

function valueOf(field: Field): string {
  const checks = field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
  return checks ? (field.checked ? "on" : "") : field.value;
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Where the keyboard goes within a group of elements: by arrows in tabs, by Tab in a dialog. */
function move(among: Iterable<HTMLElement>, by: number, from: Element | null): boolean {
  const all = [...among].filter((one) => !(one as HTMLButtonElement).disabled && one.getClientRects().length > 0);
  if (!all.length) return false;
  const at = all.indexOf(from as HTMLElement);
  all[at < 0 ? 0 : (at + by + all.length) % all.length]?.focus();
  return true;
}

const focusable = "a[href], button, input, select, textarea, [tabindex='0']";

export class Events {
  private shift = false; // of the last click

  constructor(
    private readonly words: HTMLElement,
    private readonly dom: Dom,
    private readonly send: (event: Told) => void,
  ) {
    words.addEventListener("click", (event) => (this.shift = event.shiftKey), true);
    words.addEventListener("click", (event) => this.clicked(event));
    words.addEventListener("submit", (event) => this.submitted(event));
    words.addEventListener("input", (event) => this.typed(event.target));
    words.addEventListener("change", (event) => this.changed(event.target));
    document.addEventListener("keydown", (event) => this.pressed(event));
    addEventListener("hashchange", () => this.send({ type: "route", value: location.hash }));
    addEventListener("popstate", () => this.send({ type: "route", value: location.hash }));
    document.addEventListener("visibilitychange", () => this.send({ type: document.hidden ? "hidden" : "shown" }));
    addEventListener("online", () => this.send({ type: "shown" }));
  }

  private idOf(node: EventTarget | null): number {
    for (let at = node instanceof Node ? node : null; at && at !== this.words; at = at.parentNode) {
      const id = this.dom.idOf(at);
      if (id !== undefined) return id;
    }
    return 0;
  }

  /** With a modifier a link is the browser's own: another tab. */
  private clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a");
    const range = event.shiftKey && !link?.closest(".d-rows");
    if (link && (event.ctrlKey || event.metaKey || range || link.target || link.host !== location.host)) return;
    if (link) event.preventDefault();
    if (target?.closest("input, select, textarea, label")) return;
    const id = this.idOf(target);
    if (id) this.send({ type: "click", id, shift: event.shiftKey });
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    for (const field of event.target.querySelectorAll<Field>("input, textarea")) this.tell(field); // filled in silently
    this.send({ type: "submit", id: this.idOf(event.target) });
  }

  private typed(target: EventTarget | null): void {
    if (isField(target) && isTyping(target) && !(target instanceof HTMLSelectElement)) this.tell(target);
  }

  private changed(target: EventTarget | null): void {
    if (isField(target) && (!isTyping(target) || target instanceof HTMLSelectElement)) this.tell(target);
  }

  private tell(field: Field): void {
    const id = this.idOf(field);
    if (id) this.send({ type: "input", id, value: valueOf(field), shift: this.shift && !isTyping(field) });
  }

  /** Tabs are walked through by arrows, and Tab does not leave a dialog. */
  private moved(event: KeyboardEvent): boolean {
    const target = event.target instanceof Element ? event.target : null;
    const tabs = target?.closest("[role=tablist]")?.querySelectorAll<HTMLElement>("[role=tab]");
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const dialog = [...this.words.querySelectorAll<HTMLElement>("[role=dialog]")].pop();
    let done = false;
    if (tabs && step) done = move(tabs, step, target);
    if (dialog && event.key === "Tab") {
      const inside = target && dialog.contains(target) ? target : null;
      done = move(dialog.querySelectorAll<HTMLElement>(focusable), event.shiftKey ? -1 : 1, inside);
    }
    if (done) event.preventDefault();
    return done;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || this.moved(event) || !ours.test(event.key)) return;
    const typing = isTyping(event.target);
    const mod = event.ctrlKey || event.metaKey;
    if (typing && event.key !== "Escape" && !(mod && event.key === "Enter")) return;
    const inList = event.target instanceof Element && event.target.closest(".d-rows");
    if (mod && event.key !== "Enter" && !(inList && event.key === "a")) return; // the browser's
    const onButton = event.target instanceof Element && event.target.closest("button, a, summary");
    if (onButton && event.key === "Enter" && !mod) return;
    const id = this.idOf(event.target);
    const inToolbar = event.target instanceof Element && event.target.closest(".d-days, .d-cal-number");
    if (inToolbar && /^(Arrow|Home|End|Page)/.test(event.key)) event.preventDefault(); // or the page scrolls
    const scrolls = event.key.startsWith("Arrow") && (inList || event.target === document.body);
    // The browser's own use of it: a letter would be typed into the field that it opens.
    if (scrolls || mod || (event.key.length === 1 && !typing)) event.preventDefault();
    this.send({ type: "key", id, key: event.key, mod, shift: event.shiftKey, typing });
  }
}
