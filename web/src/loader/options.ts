// What the page's owner wrote in the tag.
import type { Options, Theme } from "../common/mount.js";
import { pageKeyOfUrl } from "./page_key.js";

export type Given = Partial<Record<"site" | "page" | "title" | "lang" | "theme" | "target" | "paint", string>>;

function canonical(): string | undefined {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical" i][href]')?.href;
}

/** A language we have words in (shared/view/messages.h), so that dates are in the same. */
function spoken(lang: string): string {
  return /^(?:en|fr)(?:[-_]|$)/i.test(lang) ? lang.replace("_", "-") : "en";
}

export function optionsOf(given: Given, base: string): Options {
  const url = location.href.split("#")[0] ?? "";
  return {
    base,
    site: given.site ?? "",
    page: given.page?.trim() || pageKeyOfUrl(canonical() ?? url),
    url,
    title: given.title ?? document.title,
    lang: spoken(given.lang || document.documentElement.lang || navigator.language),
    theme: (["light", "dark"].includes(given.theme ?? "") ? given.theme : "auto") as Theme,
    paint: given.paint === "off" ? "off" : "auto",
  };
}
