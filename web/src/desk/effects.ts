// What the desk wants done. Requests are the only thing that comes back, as events.
import type { Dom } from "../glue/dom.js";
import type { Event } from "../glue/protocol.js";
import type { Effect, FetchEffect } from "./protocol.js";
import { store } from "./stored.js";

const patience = 20_000; // milliseconds until a request counts as unanswered

export class Effects {
  private readonly wakes = new Map<string, number>(); // timers by name

  constructor(
    private readonly dom: Dom,
    private readonly announcer: HTMLElement,
    private readonly send: (event: Event) => void,
    private readonly stored: (key: string) => void,
  ) {}

  perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.performOne(effect);
  }

  private performOne(effect: Effect): void {
    switch (effect.kind) {
      case "fetch":
        return void this.fetch(effect);
      case "store":
        store(effect.key, effect.value);
        return this.stored(effect.key);
      case "focus":
        return this.focus(effect.id, effect.select);
      case "reveal":
        return this.dom.element(effect.id)?.scrollIntoView({ block: "nearest" });
      case "announce":
        return this.announce(effect.text);
      case "wake":
        return this.wake(effect.after, effect.name);
      case "navigate":
        return history[effect.replace ? "replaceState" : "pushState"](null, "", effect.hash);
      case "copy":
        return void navigator.clipboard.writeText(effect.text);
      case "title":
        return void (document.title = effect.text);
      case "reload":
        return location.reload();
      case "open":
        return void open(effect.url, "_blank", "noopener");
      case "download":
        return download(effect.url);
    }
  }

  private focus(id: number, select?: string): void {
    const element = this.dom.element(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
    if (!select || !(element instanceof HTMLTextAreaElement)) return;
    const at = element.value.indexOf(select);
    if (at >= 0) element.setSelectionRange(at, at + select.length);
  }

  /** The same words twice are said twice: an empty region between them makes them new. */
  private announce(text: string): void {
    this.announcer.textContent = "";
    setTimeout(() => (this.announcer.textContent = text), 50);
  }

  private wake(after: number, name: string): void {
    clearTimeout(this.wakes.get(name));
    this.wakes.set(
      name,
      window.setTimeout(() => this.send({ type: "tick", name }), after),
    );
  }

  private async fetch(effect: FetchEffect): Promise<void> {
    this.send(await request(effect));
  }
}

async function request({ request: number, method, url, body, csrf }: FetchEffect): Promise<Event> {
  const headers = new Headers();
  if (body !== null) headers.set("Content-Type", "application/json");
  if (csrf) headers.set("X-Palabre-Desk", csrf);
  try {
    const answer = await fetch(url, { method, body, headers, signal: AbortSignal.timeout(patience) });
    const wait = answer.headers.get("Retry-After");
    const said = wait === null ? {} : { "retry-after": wait };
    return { type: "response", request: number, status: answer.status, body: await answer.text(), headers: said };
  } catch {
    return { type: "response", request: number, status: 0 };
  }
}

function download(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}
