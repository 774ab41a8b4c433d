// Other systems' containers, and which page each of them shows there: whoever swaps the tag keeps container, settings and,
// once imported, comments. docs/embedding.md has the same table in words.
import type { Given } from "../loader/options.js";
import { keyOf } from "../loader/page_key.js";

type Told = Record<string, unknown>;

const globals = window as unknown as Told;
const text = (value: unknown): string => (/^(?:string|number)$/.test(typeof value) ? String(value) : "");

const keyOfPath = (identity?: string | null): string => keyOf(identity || location.pathname);

function disqus(): Given {
  const page: Told = {};
  const told: Told = { page, callbacks: {} };
  try {
    (globals["disqus_config"] as ((this: Told) => void) | undefined)?.call(told);
  } catch (error) {
    console.warn("Palabre: disqus_config() failed:", error);
  }
  const setting = (name: string): string => text(page[name]) || text(globals[`disqus_${name}`]);
  return {
    page: keyOf(setting("identifier") || setting("url")),
    title: setting("title"),
    lang: text(told["language"]),
  };
}

function remark42(): Given {
  const told = (globals["remark_config"] ?? {}) as Told;
  return {
    page: keyOfPath(text(told["url"])),
    title: text(told["page_title"]),
    lang: text(told["locale"]),
    theme: text(told["theme"]),
  };
}

/** What giscus looks for in the titles of discussions. */
function giscus(_: HTMLElement, { mapping, term }: Given): Given {
  const page: Record<string, string | undefined> = {
    url: location.href.split("#")[0],
    title: document.title,
    "og:title": document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content,
    specific: term,
    number: term,
  };
  const path = location.pathname.slice(1).replace(/\.\w+$/, "") || "index";
  return { page: page[mapping ?? ""] || path };
}

type Reader = (place: HTMLElement, tag: Given) => Given;

const systems: readonly (readonly [selector: string, read: Reader])[] = [
  ["#disqus_thread", disqus],
  ["#remark42", remark42],
  ["#isso-thread", ({ dataset }) => ({ page: keyOfPath(dataset["issoId"]), title: dataset["title"] })],
  ["#commento", (_, tag) => ({ page: keyOfPath(tag.pageId) })],
  ["comentario-comments", (place) => ({ page: keyOfPath(place.getAttribute("page-id")), lang: place.lang })],
  [".giscus", giscus],
];

/** What a container says about its page. */
export function readPlace(place: HTMLElement, tag: Given): Given {
  return systems.find(([selector]) => place.matches(selector))?.[1](place, tag) ?? {};
}
