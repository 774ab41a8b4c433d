// palabre-engage.js: posts (polls, contests, announcements) above a thread, in its comments, and in places of the
// page's own.
import type { AroundPage, AroundThread, PaintPosts } from "../common/engage.js";
import { hear, meEvent, paintEvent, postPlaces } from "../common/engage.js";
import { pause } from "../common/pause.js";
import { chosenSize } from "../loader/size.js";
import { chosenTheme, watchTheme } from "../loader/theme.js";
import type { List } from "./place.js";
import { Place } from "./place.js";
import { fillSlots } from "./slots.js";

const threads = new WeakMap<Element, AbortController>(); // by the thread's root: what is above it now
const filled = new WeakSet<Element>(); // places of the page's own
const asked = new Map<string, Promise<List | null>>(); // by address: several places may show the same post

/** Looks as the thread does: its theme, its size, its owner's colours. */
function lookLike(from: HTMLElement, place: Place, signal: AbortSignal): void {
  const to = place.frame.root;
  const copy = (): void => {
    to.style.cssText = from.style.cssText;
    to.dataset["theme"] = from.dataset["theme"] ?? "";
    place.themeChanged();
  };
  copy();
  const observer = new MutationObserver(copy);
  observer.observe(from, { attributes: true, attributeFilter: ["style", "data-theme"] });
  signal.addEventListener("abort", () => observer.disconnect());
}

export function inThread({ options, root, words, thread, signal }: AroundThread): void {
  const known = threads.get(root);
  if (known && !known.signal.aborted && !thread.posts) return; // a poll came in with an answer: its place is looked after
  known?.abort();
  const stopping = new AbortController();
  threads.set(root, stopping);
  signal.addEventListener("abort", () => stopping.abort());
  const { posts = [], posts_html: html, now = "" } = thread;
  const { base, site, page, lang } = options;
  const around = { base, site, page, lang };
  const look = (place: Place): void => lookLike(root, place, stopping.signal);
  fillSlots(words, (slot, id) => void showOne(slot, id, around, look, stopping.signal), stopping.signal);
  root.querySelector(":scope > .p-engage-place")?.remove();
  if (!html || !/<(?:article|section)/.test(html)) return; // all of them have places of their own
  const host = document.createElement("div");
  host.className = "p-engage-place";
  words.before(host);
  const compose = (): void => words.querySelector<HTMLElement>(".p-composer textarea")?.focus();
  const place = new Place(host, { posts, now, html }, { ...around, place: "thread", compose }, stopping.signal);
  look(place);
  hear<string>(words, meEvent, (own) => place.tellOwn(own), stopping.signal);
  hear<PaintPosts>(words, paintEvent, (paint) => place.paintBy(paint), stopping.signal);
}

/** Null: there is no such post for readers. */
async function request(url: string): Promise<List | null> {
  const answer = await fetch(url, { credentials: "omit" });
  if (answer.ok) return (await answer.json()) as List;
  if (answer.status === 429 || answer.status >= 500) throw new Error(`${url}: ${answer.status}`);
  console.warn("Palabre: no post here:", url);
  return null;
}

function ask({ base, lang }: AroundPage, id: string): Promise<List | null> {
  const url = `${base}/api/v1/posts/${id}?${new URLSearchParams({ lang: lang.slice(0, 2), html: "1" })}`;
  const known = asked.get(url) ?? request(url);
  asked.set(url, known);
  const forget = (): void => void asked.delete(url);
  known.then(() => setTimeout(forget, 10_000), forget); // whoever comes later reads it anew
  return known;
}

/** A network that is lost may come back. */
async function askUntilAnswered(around: AroundPage, id: string, signal: AbortSignal): Promise<List | null> {
  for (let attempt = 0; !signal.aborted; ++attempt) {
    try {
      return await ask(around, id);
    } catch {
      await pause(Math.min(2000 * 2 ** attempt, 60_000));
    }
  }
  return null;
}

async function showOne(
  host: HTMLElement,
  id: string,
  around: AroundPage,
  look: (place: Place) => void,
  signal: AbortSignal,
): Promise<void> {
  const list = await askUntilAnswered(around, id, signal);
  if (!list || signal.aborted) return;
  const { base, site, page, lang } = around;
  const compose = (): void => document.querySelector<HTMLElement>("palabre-thread")?.scrollIntoView();
  look(new Place(host, list, { base, site, page, lang, place: "alone", compose }, signal));
}

function idOf(place: HTMLElement): string | undefined {
  const { palabrePoll, palabreContest, palabrePost, postId } = place.dataset;
  const id = palabrePoll ?? palabreContest ?? palabrePost ?? postId ?? place.getAttribute("post-id") ?? "";
  return /^[1-9]\d{0,15}$/.test(id) ? id : undefined;
}

/** What the page itself says, as a thread without a theme of its own does. */
function lookAround(host: HTMLElement, root: HTMLElement, signal: AbortSignal): void {
  const refresh = (): void => {
    root.style.setProperty("--p-rem", chosenSize(host));
    root.dataset["theme"] = chosenTheme(host.dataset["theme"], host);
  };
  refresh();
  watchTheme(refresh, signal);
}

export function inPage(around: AroundPage): void {
  for (const host of document.querySelectorAll<HTMLElement>(postPlaces)) {
    const id = idOf(host);
    if (!id || filled.has(host)) continue;
    filled.add(host);
    const { signal } = new AbortController(); // it stays as long as its element
    if (host.localName === "palabre-post") host.style.display ||= "block";
    void showOne(host, id, around, ({ frame }) => lookAround(host, frame.root, signal), signal);
  }
}
