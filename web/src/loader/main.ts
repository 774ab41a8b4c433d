// embed.js: reads its tag, asks for the thread at once, and shows it.
import { postPlaces } from "../common/engage.js";
import { foreignCounters, foreignPlaces } from "../common/markup.js";
import type { Options } from "../common/mount.js";
import { alive, defineElement, ThreadElement } from "./element.js";
import { more, withMore } from "./more.js";
import type { Given } from "./options.js";
import { optionsOf } from "./options.js";
import { requestThread } from "./request.js";

interface Palabre {
  mount(place: Element | string, given?: Given): ThreadElement;
  update(place?: Element | string, given?: Given): void;
  destroy(place?: Element | string): void;
  count(): Promise<void>;
}

declare global {
  interface Window {
    Palabre?: Palabre;
  }
}

const script = (document.currentScript ??
  document.querySelector('script[data-site][src*="embed.js"]')) as HTMLScriptElement | null;
const base = script?.src ? new URL(script.src).origin : location.origin;
const tag: Given = { ...script?.dataset };
const shows = !!tag.site && tag.thread !== "none"; // a thread of the tag's own
const ownPlaces = "palabre-thread,[data-palabre]";
const inside = new WeakMap<Element, ThreadElement>(); // by the element that a thread was mounted in

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

function elementOf(place: Element | string): HTMLElement {
  const found = typeof place === "string" ? find(place) : place;
  if (found instanceof HTMLElement) return found;
  throw new TypeError(`Palabre: no element ${String(place)}`);
}

function threadIn(element: Element): ThreadElement | undefined {
  if (element instanceof ThreadElement) return element;
  const thread = inside.get(element);
  return thread?.held || thread?.parentNode === element ? thread : undefined;
}

function threadsIn(place?: Element | string): ThreadElement[] {
  if (place === undefined) return [...alive];
  const thread = threadIn(elementOf(place));
  return thread ? [thread] : [];
}

/** What an owner's script has no value for is not said. */
function said(given: Given = {}): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
}

/** What an element says about the thread in it, and the tag about all. */
function saidBy(place: HTMLElement): Given {
  const { palabre } = place.dataset;
  const own = palabre !== undefined || place instanceof ThreadElement;
  if (own) return { ...tag, ...place.dataset, ...(palabre && { page: palabre }) };
  return { ...more?.readPlace(place, tag), ...tag };
}

function optionsFor(thread: HTMLElement, given: Given): Options {
  const holder = thread.parentElement;
  const place = holder && inside.get(holder) === thread ? holder : thread;
  return optionsOf({ ...saidBy(place), ...given }, base);
}

function mount(place: Element | string, given?: Given): ThreadElement {
  const element = elementOf(place);
  const known = threadIn(element);
  if (known) {
    known.begin();
    return known;
  }
  const thread = new ThreadElement();
  thread.given = said(given);
  inside.set(element, thread);
  const show = (): void => {
    thread.held = false;
    if (inside.get(element) !== thread) return;
    element.replaceChildren(thread);
    thread.begin();
  };
  thread.held = !more && element.matches(foreignPlaces);
  if (thread.held) void withMore(base, show);
  else show();
  return thread;
}

/** Without a place: the page has changed, so everything in it is looked at again. */
function update(place?: Element | string, given?: Given): void {
  for (const thread of threadsIn(place)) thread.update(said(given));
  if (place !== undefined) return;
  mountOwnPlaces();
  const found = shows && placeOfTag();
  if (found) mount(found);
  void count();
}

function destroy(place?: Element | string): void {
  for (const thread of threadsIn(place)) thread.destroy();
  if (place !== undefined) inside.delete(elementOf(place));
}

/** Fills the counters and the places for posts that are in the page now. */
async function count(fresh = false): Promise<void> {
  if (!tag.site || !find(`[data-palabre-count],${postPlaces},${foreignCounters}`)) return;
  const { site, page, lang } = optionsOf(tag, base);
  await withMore(base, (found) => found.count({ base, site, page, lang, fresh }));
}

function mountOwnPlaces(): void {
  for (const element of document.querySelectorAll<HTMLElement>(ownPlaces)) mount(element);
}

/** Where the tag's own thread goes, as far as the page has been read; null: where the tag stands. */
function placeOfTag(): HTMLElement | null {
  return find(tag.target || `#palabre,${foreignPlaces}`);
}

/** A thread of the tag's own, beside it. */
function makeThread(): HTMLElement {
  const thread = document.createElement("palabre-thread");
  Object.assign(thread.dataset, tag);
  if (script && document.body.contains(script)) script.after(thread);
  else document.body.append(thread);
  return thread;
}

/** Another system's counters and no place for a thread: a list of articles, which gets none. */
const hasOnlyCounters = (): boolean => !tag.page && !!find(foreignCounters);

let made: HTMLElement | undefined; // while the page was still being read
let early: { options: Options; answer: Promise<string> } | undefined;

/** While the page is still being read: shows, or at least asks for, what is most likely wanted. */
function showEarly(): void {
  if (document.readyState !== "loading" || (!document.body && !tag.page)) return;
  const place = placeOfTag();
  if (place) mount(place);
  else if (!tag.target && document.body?.contains(script) && !hasOnlyCounters()) made = makeThread();
  else {
    const options = optionsOf(tag, base);
    early = { options, answer: requestThread(options) };
    early.answer.catch(() => undefined); // whoever shows it says so; here it only must not count as unhandled
  }
}

function askedEarly({ page, lang }: Options): Promise<string> | undefined {
  const { options, answer } = early ?? {};
  early = undefined;
  return options?.page === page && options.lang === lang ? answer : undefined;
}

/** The page is read: what was shown early may have been wrong. */
function showTag(): void {
  const place = placeOfTag();
  const isElsewhere = [...document.querySelectorAll(ownPlaces)].some((element) => element !== made);
  if (isElsewhere || place || hasOnlyCounters()) made?.remove();
  if (isElsewhere) return;
  if (place) mount(place);
  else if (tag.target)
    elementOf(tag.target); // which says that there is none
  else if (!made && !hasOnlyCounters()) makeThread();
}

function whenParsed(task: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", task, { once: true });
  else task();
}

function begin(): void {
  const palabre = { mount, update, destroy, count: () => count() };
  window.Palabre = palabre;
  defineElement({ nonce: script?.nonce ?? "", counted: () => void count(true), optionsFor, askedEarly });
  if (shows && !find(ownPlaces)) showEarly();
  whenParsed(() => {
    mountOwnPlaces();
    void count();
    if (find(`${foreignPlaces},${foreignCounters}`)) void withMore(base, ({ standIn }) => standIn(palabre));
    if (shows) showTag();
  });
  if (!tag.site) console.warn("Palabre: the tag has no data-site");
}

/** A second tag: in another place of the page, or in the next page of an application that keeps the first one's script. */
function join(first: Palabre): void {
  const place = placeOfTag();
  if (place) first.mount(place, tag);
  else if (tag.page || !find("palabre-thread")) makeThread();
  first.update();
}

const earlier = window.Palabre;
if (!earlier) begin();
else if (shows) whenParsed(() => join(earlier));

export {};
