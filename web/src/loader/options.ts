// What the page's owner wrote in the tag, on an element, or to Palabre.mount().
import type { Options, Theme } from "../common/mount.js";
import { pageKeyOfUrl } from "./page_key.js";
import { said } from "./words.js";

export const names = ["site", "page", "title", "lang", "theme", "paint", "dom", "styles", "module"] as const;

type Name = (typeof names)[number] | "target" | "thread" | "pageId" | "mapping" | "term";

/** An option that is missing or empty has its default. */
export type Given = { readonly [name in Name]?: string | undefined };

function canonical(): string | undefined {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical" i][href]')?.href;
}

/**
 * A language we have words in (shared/view/catalogues), so that dates are in the same. Where the regions of one differ in
 * their digits, dates get those of the words.
 */
export function spoken(lang: string | undefined): string {
  const wanted = lang || document.documentElement.lang || navigator.language;
  const [name, ...region] = wanted.toLowerCase().split(/[-_]/);
  if (!said[name!]) return "en";
  return [name, ...region, ...(name === "ar" ? ["u-nu-latn"] : [])].join("-");
}

const offOr = <Other extends string>(value: string | undefined, other: Other): Other | "off" =>
  value === "off" ? "off" : other;

export function optionsOf(given: Given, base: string): Options {
  const url = location.href.split("#")[0] ?? "";
  return {
    base,
    site: given.site ?? "",
    page: String(given.page ?? "").trim() || pageKeyOfUrl(canonical() ?? url),
    url,
    title: given.title || document.title,
    lang: spoken(given.lang),
    theme: given.theme as Theme | undefined,
    paint: offOr(given.paint, "auto"),
    dom: given.dom === "light" ? "light" : "shadow",
    styles: offOr(given.styles, "auto"),
    module: offOr(given.module, "auto"),
  };
}
