// The page's elements by number, and the patches that change them. Nothing here parses HTML.
import { showTime } from "../common/time.js";
import type { Patch } from "./protocol.js";

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function isField(node: unknown): node is Field {
  return node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;
}

export class Dom {
  private readonly nodes = new Map<number, Node>();
  private readonly ids = new Map<Node, number>();
  private composing: Field | null = null;
  private withheld: string | null = null;
  private readonly times = new Set<HTMLTimeElement>();
  /** Elements that came in since they were last asked for. */
  private fresh = new Set<number>();

  constructor(
    readonly container: HTMLElement,
    private readonly base: string,
    private readonly lang: string,
  ) {
    this.register(0, container);
    container.addEventListener("compositionstart", (event) => this.compositionStarted(event.target));
    container.addEventListener("compositionend", () => this.compositionEnded());
  }

  /** Numbers what is in the container, in document order from 1; answers how many nodes there are. */
  adopt(): number {
    const walker = document.createTreeWalker(this.container, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let id = 0;
    while (walker.nextNode()) {
      const inField = walker.currentNode.parentNode instanceof HTMLTextAreaElement;
      if (!inField) this.register(++id, walker.currentNode);
    }
    return id;
  }

  clear(): void {
    this.nodes.clear();
    this.ids.clear();
    this.container.replaceChildren();
    this.register(0, this.container);
  }

  node(id: number): Node | undefined {
    return this.nodes.get(id);
  }
  element(id: number): HTMLElement | undefined {
    const node = this.nodes.get(id);
    return node instanceof HTMLElement ? node : undefined;
  }
  idOf(node: Node): number | undefined {
    return this.ids.get(node);
  }

  takeFresh(): Set<number> {
    const taken = this.fresh;
    this.fresh = new Set();
    return taken;
  }

  apply(patches: readonly Patch[]): void {
    for (const patch of patches) this.applyOne(patch);
    const now = Date.now();
    for (const time of this.times) showTime(time, this.lang, now);
    this.times.clear();
  }

  private register(id: number, node: Node): void {
    this.nodes.set(id, node);
    this.ids.set(node, id);
  }

  private applyOne(patch: Patch): void {
    switch (patch[0]) {
      case "element":
        this.register(patch[1], document.createElement(patch[2]));
        this.fresh.add(patch[1]);
        return;
      case "text":
        return this.register(patch[1], document.createTextNode(patch[2]));
      case "insert":
        return this.insert(patch[1], patch[2], patch[3]);
      case "remove":
        return this.remove(patch[1]);
      case "words":
        return this.setWords(patch[1], patch[2]);
      case "set":
        return this.setAttribute(patch[1], patch[2], patch[3]);
      case "unset":
        return this.unset(patch[1], patch[2]);
      case "value":
        return this.setValue(patch[1], patch[2]);
    }
  }

  private insert(parentId: number, id: number, beforeId: number): void {
    const parent = this.nodes.get(parentId);
    const node = this.nodes.get(id);
    const before = beforeId ? (this.nodes.get(beforeId) ?? null) : null;
    if (!parent || !node) return;
    const inPlace = node.parentNode === parent && node.nextSibling === before;
    if (!inPlace) parent.insertBefore(node, before);
    if (parent instanceof HTMLTimeElement) this.times.add(parent);
    if (node instanceof Element) for (const time of node.querySelectorAll("time")) this.times.add(time);
  }

  private remove(id: number): void {
    const node = this.nodes.get(id);
    if (!node || id === 0) return;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let at: Node | null = node; at; at = walker.nextNode()) this.forget(at);
    node.parentNode?.removeChild(node);
  }

  private forget(node: Node): void {
    const id = this.ids.get(node);
    if (id === undefined) return;
    this.ids.delete(node);
    this.nodes.delete(id);
  }

  private setWords(id: number, words: string): void {
    const node = this.nodes.get(id);
    if (!node) return;
    node.nodeValue = words;
    if (node.parentNode instanceof HTMLTimeElement) this.times.add(node.parentNode);
  }

  private unset(id: number, name: string): void {
    const element = this.element(id);
    element?.removeAttribute(name);
    if (name === "checked" && element) (element as HTMLInputElement).checked = false;
  }

  private setAttribute(id: number, name: string, value: string): void {
    const element = this.element(id);
    if (!element || /^on/i.test(name)) return;
    // The page is somebody else's: a form's way without script leads to our server.
    element.setAttribute(name, name === "action" ? new URL(value, this.base).href : value);
    if (element instanceof HTMLTimeElement) this.times.add(element);
    if (name === "checked") (element as HTMLInputElement).checked = true; // a press of the person's counts more than it
  }

  /** While an input method is composing, the field is its own. */
  private setValue(id: number, value: string): void {
    const field = this.nodes.get(id);
    if (!isField(field)) return;
    if (field === this.composing) this.withheld = value;
    else if (field.value !== value) field.value = value;
  }

  private compositionStarted(target: EventTarget | null): void {
    this.composing = isField(target) ? target : null;
    this.withheld = null;
  }

  private compositionEnded(): void {
    // Only an answer to something else than the composing itself may change the field now: emptying it after a send.
    if (this.composing && this.withheld === "") this.composing.value = "";
    this.composing = null;
    this.withheld = null;
  }
}
