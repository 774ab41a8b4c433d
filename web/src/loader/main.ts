// embed.js: reads its tag, asks for the thread at once, and shows it.
import type { Given } from "./options.js";
import { optionsOf } from "./options.js";
import { fillCounts } from "./counts.js";
import { requestThread, Thread } from "./thread.js";

interface Palabre {
  mount(element: HTMLElement, given?: Given): Thread;
  update(element?: HTMLElement, given?: Given): void;
  destroy(element?: HTMLElement): void;
}

declare global {
  interface Window {
    Palabre?: Palabre;
  }
}

// Where other systems' tags leave their threads: an owner who swaps the tag keeps the container.
const knownPlaces = "#palabre,#disqus_thread,#remark42,#isso-thread,#commento,.giscus";

const script = (document.currentScript ??
  document.querySelector('script[data-site][src*="embed.js"]')) as HTMLScriptElement | null;
const base = script?.src ? new URL(script.src).origin : location.origin;
const tag: Given = { ...script?.dataset };
const threads = new Map<HTMLElement, { thread: Thread; given: Given }>();

function mount(element: HTMLElement, given: Given = {}, first?: Promise<string>): Thread {
  const known = threads.get(element);
  if (known) return known.thread;
  const host = element.shadowRoot || element.localName === "palabre-thread" ? element : document.createElement("div");
  if (host !== element) element.replaceChildren(host);
  const merged = { ...tag, ...given };
  const thread = new Thread(host, optionsOf(merged, base), first);
  threads.set(element, { thread, given: merged });
  return thread;
}

function destroy(element?: HTMLElement): void {
  for (const [place, { thread }] of [...threads]) {
    if (element && element !== place) continue;
    thread.destroy();
    threads.delete(place);
    if (thread.host !== place) thread.host.remove();
  }
}

function update(element?: HTMLElement, given: Given = {}): void {
  for (const [place, old] of [...threads]) {
    if (element && element !== place) continue;
    destroy(place);
    mount(place, { ...old.given, ...given });
  }
}

function placeFor(target: string | undefined): HTMLElement {
  const found = target ? document.querySelector<HTMLElement>(target) : document.querySelector<HTMLElement>(knownPlaces);
  if (found) return found;
  const place = document.createElement("div");
  if (script && document.body.contains(script)) script.after(place);
  else document.body.append(place);
  return place;
}

function whenParsed(task: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", task, { once: true });
  else task();
}

class ThreadElement extends HTMLElement {
  connectedCallback(): void {
    mount(this, { ...this.dataset });
  }
  disconnectedCallback(): void {
    // Moved, not removed: it is connected again by now.
    queueMicrotask(() => this.isConnected || destroy(this));
  }
}

function showTag(): void {
  if (document.querySelector("palabre-thread")) return;
  if (!tag.site)
    return console.warn("Palabre: the tag has no data-site: nothing is shown until Palabre.mount() is called");
  const options = optionsOf(tag, base);
  const first = requestThread(options);
  first.catch(() => undefined); // whoever shows it says so; here it only must not count as unhandled
  const show = (): void => void mount(placeFor(tag.target), {}, first);
  if (script && document.body?.contains(script) && !tag.target) show();
  else whenParsed(show);
}

function begin(): void {
  window.Palabre = { mount, update, destroy };
  // The thread first: everything else can wait for the network with it.
  // Without a body the canonical link may still be on its way.
  if (document.body || tag.page) showTag();
  else whenParsed(showTag);
  customElements.define("palabre-thread", ThreadElement);
  whenParsed(() => void fillCounts(base, tag.site ?? "", optionsOf(tag, base).lang));
}

const earlier = window.Palabre;
if (!earlier) begin();
else if (tag.site) whenParsed(() => earlier.mount(placeFor(tag.target), tag));

export {};
