// palabre-more.js: what only some pages need, fetched when one does.
import type { More } from "../common/more.js";
import { pause } from "../common/pause.js";

declare const MORE_VERSION: string; // put in by build.mjs

let asked: Promise<More> | undefined;
export let more: More | undefined;

async function load(base: string): Promise<More> {
  for (let attempt = 0; ; ++attempt) {
    try {
      // Browsers remember an address that failed.
      const again = attempt ? `&try=${attempt}` : "";
      return (more = (await import(`${base}/palabre-more.js?v=${MORE_VERSION}${again}`)) as More);
    } catch {
      await pause(Math.min(2000 * 2 ** attempt, 60_000));
    }
  }
}

/** Waits for it as long as it takes. */
export function withMore<Result>(base: string, task: (more: More) => Result): Promise<Awaited<Result>> {
  asked ??= load(base);
  return asked.then(task) as Promise<Awaited<Result>>;
}
