// The words of the reader's language, for the module. They travel beside it and not in it: readers need one language.
import type { Options, Texts } from "../common/mount.js";

declare const VERSION: string; // put in by build.mjs

export async function requestMessages({ base, lang }: Options): Promise<Texts> {
  const answer = await fetch(`${base}/messages/${lang.slice(0, 2)}.json?v=${VERSION}`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`messages: ${answer.status}`);
  return (await answer.json()) as Texts;
}
