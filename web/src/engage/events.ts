// What people do with posts, told to the session: one listener a kind, on the container.
import type { Dom, Field } from "../glue/dom.js";
import { isField } from "../glue/dom.js";
import type { Event as Told } from "../glue/protocol.js";

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

export class Events {
  constructor(
    container: HTMLElement,
    private readonly dom: Dom,
    private readonly send: (event: Told) => void,
    signal: AbortSignal,
  ) {
    container.addEventListener("click", (event) => this.clicked(event), { signal });
    container.addEventListener("submit", (event) => this.submitted(event), { signal });
    container.addEventListener("input", ({ target }) => this.typed(target), { signal });
    container.addEventListener("change", ({ target }) => this.changed(target), { signal });
  }

  /** What was chosen or typed while nobody was listening, or filled in by the browser without an event. */
  tellFields(within: ParentNode): void {
    for (const field of within.querySelectorAll<Field>("input:not([type=hidden]), textarea, select")) {
      if (isChoice(field) ? field.checked : field.value) this.tell(field);
    }
  }

  submit(form: HTMLFormElement): void {
    for (const field of form.querySelectorAll<Field>("input:not([type=hidden]), textarea")) {
      if (!isChoice(field)) this.tell(field);
    }
    const id = this.dom.idOf(form);
    if (id !== undefined) this.send({ type: "submit", id });
  }

  private clicked({ target }: MouseEvent): void {
    const button = target instanceof Element ? target.closest("button") : null;
    const id = button && this.dom.idOf(button);
    if (id && button.type !== "submit") this.send({ type: "click", id });
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) this.submit(event.target);
  }

  private typed(target: EventTarget | null): void {
    if (isField(target) && !isChoice(target) && !(target instanceof HTMLSelectElement)) this.tell(target);
  }

  private changed(target: EventTarget | null): void {
    if (isField(target) && (isChoice(target) || target instanceof HTMLSelectElement)) this.tell(target);
  }

  private tell(field: Field): void {
    const id = this.dom.idOf(field);
    const value = isChoice(field) ? (field.checked ? "on" : "") : field.value;
    if (id !== undefined) this.send({ type: "input", id, value });
  }
}
