// Formatted words to Markdown, by a part of palabre-more.js: fetched when somebody begins to write or to select.
import { pause } from "../common/pause.js";
import type { Mount } from "../common/mount.js";
import type { More } from "../common/more.js";

export let converter: Pick<More, "isFormatted" | "markdownOf"> | undefined;
let asked: Promise<void> | undefined;

/** Several times is once. */
export function fetchConverter(mount: Mount): void {
  asked ??= mount.withMore((more) => void (converter = more));
}

const patience = 3000; // milliseconds; whoever pastes waits no longer

/** When it is there, or when it is no use to wait for it. */
export async function converterSoon(): Promise<void> {
  if (!converter && asked) await Promise.race([asked, pause(patience)]);
}
