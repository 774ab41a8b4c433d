// The posts' module behind its flat edge (widget/host/engage/engage_host.cpp), and the words it speaks in. One of each
// serves all places of a page.
import type { Texts } from "../common/mount.js";
import type { Buffers } from "../common/wasm.js";
import { instantiate, TextEdge } from "../common/wasm.js";

declare const ENGAGE_WASM_VERSION: string; // of the module and its words, put in by build.mjs

interface Exports extends Buffers {
  palabre_open(size: number): number;
  palabre_close(handle: number): void;
  palabre_receive(handle: number, size: number): void;
  palabre_ids_given(handle: number): number;
  palabre_items(handle: number): void;
}

export class EngageModule extends TextEdge<Exports> {
  static async load(wasm: Promise<Response>): Promise<EngageModule> {
    return new EngageModule(await instantiate<Exports>(wasm));
  }

  open(config: object): number {
    return this.exports.palabre_open(this.put(JSON.stringify(config)));
  }
  close(handle: number): void {
    this.exports.palabre_close(handle);
  }
  receive(handle: number, event: object): string {
    this.exports.palabre_receive(handle, this.put(JSON.stringify(event)));
    return this.text();
  }
  idsGiven(handle: number): number {
    return this.exports.palabre_ids_given(handle);
  }
  items(handle: number): Uint32Array {
    this.exports.palabre_items(handle);
    const { memory } = this;
    return new Uint32Array(memory, this.exports.palabre_output(), this.exports.palabre_output_size() >> 2).slice();
  }
}

let loading: Promise<EngageModule> | undefined;
const texts = new Map<string, Promise<Texts>>();

export function loadModule(base: string): Promise<EngageModule> {
  const asked = (): Promise<Response> =>
    fetch(`${base}/palabre-engage.wasm?v=${ENGAGE_WASM_VERSION}`, { credentials: "omit" });
  loading ??= EngageModule.load(asked());
  loading.catch(() => (loading = undefined));
  return loading;
}

async function request(base: string, lang: string): Promise<Texts> {
  const answer = await fetch(`${base}/engage/${lang}.json?v=${ENGAGE_WASM_VERSION}`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`words: ${answer.status}`);
  return (await answer.json()) as Texts;
}

export function loadTexts(base: string, tag: string): Promise<Texts> {
  const lang = tag.slice(0, 2);
  const known = texts.get(lang) ?? request(base, lang);
  texts.set(lang, known);
  known.catch(() => texts.delete(lang));
  return known;
}
