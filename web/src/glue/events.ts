// What people do, told to the session: one listener a kind, on the container.
import type { Dom, Field } from "./dom.js";
import { isField } from "./dom.js";
import { paste } from "./editing.js";
import { keepFocus, moveInToolbar } from "./toolbar.js";
import type { Event as Told } from "./protocol.js";

const marks = new Set(["b", "i", "k"]); // with Ctrl or ⌘, in a text area

const pressable = "button,[role=button]";

function selectionIn(form: HTMLFormElement | null): { from?: number; to?: number } {
  const area = form?.querySelector("textarea");
  return area ? { from: area.selectionStart, to: area.selectionEnd } : {};
}

export class Events {
  private asPlain = false; // the paste to come, by Ctrl+Shift+V
  private readonly told = new Map<Field, string>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly container: HTMLElement,
    private readonly dom: Dom,
    private readonly send: (event: Told) => void,
  ) {
    const { signal } = this.stopping;
    container.addEventListener("click", (event) => this.clicked(event), { signal });
    container.addEventListener("mousedown", (event) => keepFocus(event), { signal });
    container.addEventListener("submit", (event) => this.submitted(event), { signal });
    container.addEventListener("input", (event) => this.typed(event.target), { signal });
    container.addEventListener("change", (event) => this.changed(event.target), { signal });
    container.addEventListener("keydown", (event) => this.pressed(event), { signal });
    container.addEventListener("paste", (event) => (this.asPlain ? undefined : paste(event)), { signal });
  }

  stop(): void {
    this.stopping.abort();
  }

  /** What was typed while nobody was listening, or filled in by the browser without an event. */
  tellFields(within: ParentNode = this.container): void {
    for (const field of within.querySelectorAll<Field>("input, textarea")) {
      if ((field.value || this.told.get(field)) && this.told.get(field) !== field.value) this.typed(field);
    }
  }

  submit(form: HTMLFormElement): void {
    const id = this.dom.idOf(form);
    if (id === undefined) return;
    this.tellFields(form);
    this.send({ type: "submit", id });
  }

  private clicked(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(pressable) : null;
    const id = button && this.dom.idOf(button);
    const { form = null, type = "button" } = button instanceof HTMLButtonElement ? button : {};
    if (!id || type === "submit") return;
    if (form) this.tellFields(form);
    this.send({ type: "click", id, ...selectionIn(form) });
  }

  /** Words that are a button: browsers press only what they know as one. */
  private presses(event: KeyboardEvent): boolean {
    const { target, key } = event;
    if ((key !== "Enter" && key !== " ") || !(target instanceof HTMLSpanElement) || !target.matches(pressable))
      return false;
    target.click();
    return true;
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) this.submit(event.target);
  }

  private typed(target: EventTarget | null): void {
    if (!isField(target) || target instanceof HTMLSelectElement) return;
    this.tell("input", target);
  }

  private changed(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) this.tell("change", target);
  }

  private tell(type: "input" | "change", field: Field): void {
    const id = this.dom.idOf(field);
    if (id === undefined) return;
    this.told.set(field, field.value);
    this.send({ type, id, value: field.value });
  }

  private pressed(event: KeyboardEvent): void {
    const id = event.target instanceof Node ? this.dom.idOf(event.target) : undefined;
    const mod = event.ctrlKey || event.metaKey;
    this.asPlain = mod && event.shiftKey;
    if (id === undefined || event.isComposing || event.keyCode === 229) return;
    if (this.presses(event) || moveInToolbar(event)) return event.preventDefault();
    const formats =
      mod && !event.shiftKey && !event.altKey && marks.has(event.key) && event.target instanceof HTMLTextAreaElement;
    if (!formats && event.key !== "Escape" && !(event.key === "Enter" && mod)) return;
    if (formats) event.preventDefault();
    const form = isField(event.target) ? event.target.form : null;
    this.tellFields(form ?? this.container);
    this.send({ type: "key", id, key: event.key, mod, ...selectionIn(form) });
  }
}
