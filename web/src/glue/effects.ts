// What the session wants done. Requests are the only thing that comes back, as events.
import { meEvent, tell } from "../common/engage.js";
import { point } from "../common/target.js";
import { replaceRange } from "./editing.js";
import { store } from "./storage.js";
import type { Dom } from "./dom.js";
import type { Judging } from "./judging.js";
import type { Effect, Event, FetchEffect } from "./protocol.js";

const patience = 20_000; // milliseconds until a request counts as unanswered

export class Effects {
  private readonly timers = new Set<number>();
  private readonly wakes = new Map<string, number>(); // timers by name
  private readonly requests = new Set<AbortController>();
  private stopped = false;

  constructor(
    private readonly dom: Dom,
    private readonly announcer: HTMLElement,
    private readonly base: string,
    private readonly counted: () => void,
    private readonly judging: Judging,
    private readonly send: (event: Event) => void,
  ) {}

  perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.performOne(effect);
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    for (const request of this.requests) request.abort();
    this.stopped = true;
  }

  private performOne(effect: Effect): void {
    switch (effect.kind) {
      case "fetch":
        return void this.fetch(effect);
      case "store":
        return store(effect.key, effect.value);
      case "focus":
        return this.dom.element(effect.id)?.focus();
      case "reveal":
        return this.reveal(effect.id);
      case "point":
        return this.point(effect.id);
      case "announce":
        return this.announce(effect.text);
      case "edit": {
        const field = this.dom.element(effect.id);
        if (field instanceof HTMLTextAreaElement)
          replaceRange(field, effect.from, effect.to, effect.text, effect.select);
        return;
      }
      case "wake":
        return this.wake(effect.after, effect.name ?? "");
      case "judge":
        return this.judging.judge(effect.composer, effect.request);
      case "count":
        return this.counted();
    }
  }

  private reveal(id: number): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.dom.element(id)?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  }

  /** The same words twice are said twice: an empty region between them makes them new. */
  private announce(text: string): void {
    this.announcer.textContent = "";
    this.wait(50, () => (this.announcer.textContent = text));
  }

  private point(id: number): void {
    const comment = this.dom.element(id);
    if (comment) point(comment, this.dom.container);
  }

  private wake(after: number, name: string): void {
    if (name) clearTimeout(this.wakes.get(name));
    const timer = this.wait(Math.min(Math.max(after, 0), 2 ** 31 - 1), () => this.send({ type: "tick" }));
    if (name) this.wakes.set(name, timer);
  }

  private wait(milliseconds: number, task: () => void): number {
    const timer = window.setTimeout(() => {
      this.timers.delete(timer);
      task();
    }, milliseconds);
    this.timers.add(timer);
    return timer;
  }

  private async fetch(effect: FetchEffect): Promise<void> {
    const abort = new AbortController();
    const outlives = effect.method === "DELETE"; // it is sent when the page goes
    if (!outlives) this.requests.add(abort);
    const timer = setTimeout(() => abort.abort(), patience);
    const event = await request(this.base, effect, abort.signal, outlives);
    clearTimeout(timer);
    this.requests.delete(abort);
    if (this.stopped) return;
    this.send(event);
    // Polls and contests of the page hear it too: they need not ask again (common/engage.ts).
    if (/\/me\?/.test(effect.url)) tell(this.dom.container, meEvent, event["body"]);
  }
}

async function request(base: string, effect: FetchEffect, signal: AbortSignal, keepalive: boolean): Promise<Event> {
  const headers = new Headers();
  if (effect.body !== null) headers.set("Content-Type", "application/json");
  if (effect.token !== null) headers.set("Authorization", `Bearer ${effect.token}`);
  if (effect.key !== null) headers.set("Idempotency-Key", effect.key);
  if (effect.etag) headers.set("If-None-Match", effect.etag);
  try {
    if (effect.quiet && !navigator.onLine) throw new Error("no network");
    const answer = await fetch(base + effect.url, {
      method: effect.method,
      headers,
      body: effect.body,
      credentials: "omit",
      keepalive,
      signal,
    });
    const told = ["retry-after", "etag"].map((name) => [name, answer.headers.get(name)] as const);
    return {
      type: "response",
      request: effect.request,
      status: answer.status,
      body: await answer.text(),
      headers: Object.fromEntries(told.filter(([, value]) => value !== null)),
      quiet: effect.quiet,
    };
  } catch {
    return { type: "response", request: effect.request, status: 0 };
  }
}
