// palabre-rules.js: the moderation rules in the reader's browser, loaded when somebody begins to write. The module is
// widget/host/rules; what texts it takes and gives is in widget/judge/judge.h.
import type { Buffers } from "../common/wasm.js";
import { instantiate, TextEdge } from "../common/wasm.js";

declare const WASM_VERSION: string; // put in by build.mjs, as is
declare const LISTED: readonly string[]; // languages that there are word lists of

interface Exports extends Buffers {
  palabre_load(size: number): number;
  palabre_policy(size: number): void;
  palabre_judge(size: number): void;
  palabre_backtest(size: number): void;
}

export class Rules extends TextEdge<Exports> {
  /** "" when the policy is taken, else a problem document. */
  policy(json: string): string {
    this.exports.palabre_policy(this.put(json));
    return this.text();
  }
  judge(json: string): string {
    this.exports.palabre_judge(this.put(json));
    return this.text();
  }
  backtest(json: string): string {
    this.exports.palabre_backtest(this.put(json));
    return this.text();
  }
  /** Whether the bytes were word lists. */
  learn(language: string, bytes: ArrayBuffer): boolean {
    const given = new Uint8Array(bytes.byteLength + 2);
    given.set([language.charCodeAt(0), language.charCodeAt(1)]);
    given.set(new Uint8Array(bytes), 2);
    return this.exports.palabre_load(this.putBytes(given)) === 1;
  }
}

async function wordsOf(base: string, language: string, kind: string): Promise<[string, ArrayBuffer] | undefined> {
  const answer = await fetch(`${base}/rules/${language}.${kind}`);
  return answer.ok ? [language, await answer.arrayBuffer()] : undefined;
}

/** `kinds`: "words" decide; "feelings" (sentiment) are for who wants to see it. */
export async function load(base: string, languages: readonly string[], kinds = ["words"]): Promise<Rules> {
  const known = languages.filter((language) => LISTED.includes(language));
  const lists = known.flatMap((language) => kinds.map((kind) => wordsOf(base, language, kind)));
  const rules = new Rules(await instantiate<Exports>(fetch(`${base}/palabre-rules.wasm?v=${WASM_VERSION}`)));
  for (const list of await Promise.all(lists)) {
    if (list) rules.learn(...list);
  }
  return rules;
}
