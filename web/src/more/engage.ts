// The way to palabre-engage.js, for pages that have a post.
import type { AroundPage, AroundThread, Engage } from "../common/engage.js";
import { postPlaces } from "../common/engage.js";
import { pause } from "../common/pause.js";

declare const ENGAGE_VERSION: string; // put in by build.mjs

let loading: Promise<Engage> | undefined;

async function load(base: string): Promise<Engage> {
  for (let attempt = 0; ; ++attempt) {
    try {
      // Browsers remember an address that failed.
      const again = attempt ? `&try=${attempt}` : "";
      return (await import(`${base}/palabre-engage.js?v=${ENGAGE_VERSION}${again}`)) as Engage;
    } catch {
      await pause(Math.min(2000 * 2 ** attempt, 60_000));
    }
  }
}

export function posts(around: AroundThread): void {
  loading ??= load(around.options.base);
  void loading.then(({ inThread }) => around.signal.aborted || inThread(around));
}

export function fillPlaces(around: AroundPage): void {
  if (!document.querySelector(postPlaces)) return;
  loading ??= load(around.base);
  void loading.then(({ inPage }) => inPage(around));
}
