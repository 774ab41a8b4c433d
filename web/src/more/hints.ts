// What a page's owner can do about it, in the console.
import type { Options } from "../common/mount.js";

/** `code` is the server's. */
export function hintFor({ site, base }: Options, code: string): string {
  const { origin } = location;
  const command = `palabre site add ${site || "NAME"} --origin ${origin}`;
  if (!site) return "the tag, or the element, has no data-site";
  if (code === "unknown_site") return `${base} knows no site "${site}". Make it there: ${command}`;
  if (code === "origin_not_allowed") return `the site "${site}" does not list ${origin}. Add it on ${base}: ${command}`;
  return `${base} answered "${code}"`;
}
