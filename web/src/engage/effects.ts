// What the session of posts wants done. Requests are the only thing that comes back, as events.
import type { Dom } from "../glue/dom.js";
import type { Event, Patch } from "../glue/protocol.js";
import type { Frame } from "./frame.js";
import { store } from "./memory.js";

const patience = 20_000; // milliseconds until a request counts as unanswered

interface FetchEffect {
  readonly kind: "fetch";
  readonly request: number;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly token: string | null;
}

// widget/engage/session.h is the definition.
export type Effect =
  | FetchEffect
  | { readonly kind: "store"; readonly key: string; readonly value: string | null }
  | { readonly kind: "focus"; readonly id: number }
  | { readonly kind: "announce"; readonly text: string; readonly assertive: boolean }
  | { readonly kind: "wake"; readonly after: number; readonly name: string }
  | { readonly kind: "compose" };

export interface Answer {
  readonly patches?: readonly Patch[];
  readonly effects?: readonly Effect[];
}

export class Effects {
  private readonly wakes = new Map<string, number>(); // timers by name

  constructor(
    private readonly base: string,
    private readonly dom: Dom,
    private readonly frame: Frame,
    private readonly send: (event: Event) => void,
    private readonly compose: () => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.wakes.forEach((timer) => clearTimeout(timer)));
  }

  perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.performOne(effect);
  }

  private performOne(effect: Effect): void {
    switch (effect.kind) {
      case "fetch":
        return void this.fetch(effect);
      case "store":
        return store(effect.key, effect.value);
      case "focus":
        return this.dom.element(effect.id)?.focus({ preventScroll: true });
      case "announce":
        return this.announce(effect.text, effect.assertive);
      case "wake":
        return this.wake(effect.after, effect.name);
      case "compose":
        return this.compose();
    }
  }

  /** The same words twice are said twice: an empty region between them makes them new. */
  private announce(text: string, assertive: boolean): void {
    const region = assertive ? this.frame.assertive : this.frame.polite;
    region.textContent = "";
    setTimeout(() => (region.textContent = text), 50);
  }

  private wake(after: number, name: string): void {
    clearTimeout(this.wakes.get(name));
    const timer = window.setTimeout(() => this.send({ type: "tick", name }), Math.min(after, 2 ** 31 - 1));
    this.wakes.set(name, timer);
  }

  private async fetch(effect: FetchEffect): Promise<void> {
    const event = await request(this.base, effect);
    if (!this.signal.aborted) this.send(event);
  }
}

async function request(base: string, effect: FetchEffect): Promise<Event> {
  const { method, body, token } = effect;
  const headers = new Headers();
  if (body !== null) headers.set("Content-Type", "application/json");
  if (token !== null) headers.set("Authorization", `Bearer ${token}`);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch(base + effect.url, {
      method,
      headers,
      body,
      credentials: "omit",
      signal: abort.signal,
    });
    const wait = answer.headers.get("retry-after");
    return {
      type: "response",
      request: effect.request,
      status: answer.status,
      body: await answer.text(),
      headers: wait === null ? {} : { "retry-after": wait },
    };
  } catch {
    return { type: "response", request: effect.request, status: 0 };
  } finally {
    clearTimeout(timer);
  }
}
