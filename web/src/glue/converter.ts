// Formatted words to Markdown, by a part of palabre-more.js: fetched when somebody begins to write or to select. Until it is
// there, words are taken as they are.
import type { Mount } from "../common/mount.js";
import type { More } from "../common/more.js";

export let converter: Pick<More, "isFormatted" | "markdownOf"> | undefined;
let asked = false;

/** Several times is once. */
export function fetchConverter(mount: Mount): void {
  if (asked) return;
  asked = true;
  void mount.withMore((more) => void (converter = more));
}
