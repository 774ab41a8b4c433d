// How many comments other pages have, in whatever markup the page shows it. docs/embedding.md has the table.
import { foreignCounters } from "../common/markup.js";
import type { Asked } from "../common/more.js";
import { fillPlaces } from "./engage.js";
import { keyOf, pageKeyOfUrl } from "../loader/page_key.js";

const largestRequest = 200; // pages, server/service/comments.h
const longestQuery = 6000; // characters; the server takes 8 KiB of address

interface Answer {
  readonly comments: number;
  readonly text: string; // "12 comments", in the language that was asked for
}

interface Markup {
  readonly selector: string;
  readonly key: (place: HTMLElement, asked: Asked) => string;
  /** What is shown. null: what stands there stays. */
  readonly say: (place: HTMLElement, answer: Answer | undefined, number: string) => string | null;
}

const hrefOf = (place: HTMLElement): string => (place instanceof HTMLAnchorElement ? place.href : location.href);
const inWords: Markup["say"] = (_, answer) => answer?.text ?? null;
const asNumber: Markup["say"] = (_, answer, number) => (answer ? number : null);

function remarkUrl(place: HTMLElement): string {
  const config = (window as { remark_config?: { url?: unknown } }).remark_config;
  return place.dataset["url"] || String(config?.url || location.origin + location.pathname);
}

const comentario: Markup["say"] = (place, answer, number) => {
  const said = (name: string): string => place.getAttribute(name) ?? "";
  if (!answer) return place.getAttribute("error-text") ?? "?";
  if (answer.comments === 0 && place.hasAttribute("zero-text")) return said("zero-text");
  return said("prefix") + number + said("suffix");
};

const markups: readonly Markup[] = [
  {
    selector: "[data-palabre-count]",
    key: (place, asked) => pageKeyOfUrl(place.dataset["palabreCount"] ?? "") || asked.page,
    say: asNumber,
  },
  {
    selector: '.disqus-comment-count,[href$="#disqus_thread"]',
    key: (place) => keyOf(place.dataset["disqusIdentifier"] || place.dataset["disqusUrl"] || hrefOf(place)),
    say: inWords,
  },
  { selector: ".remark42__counter", key: (place) => keyOf(remarkUrl(place)), say: asNumber },
  {
    selector: '[href$="#isso-thread"]',
    key: (place) => keyOf(place.dataset["issoId"] || hrefOf(place)),
    say: inWords,
  },
  { selector: '[href$="#commento"]', key: (place) => keyOf(place.dataset["pageId"] || hrefOf(place)), say: inWords },
  {
    selector: "comentario-count",
    key: (place) => keyOf(place.getAttribute("path") || location.pathname),
    say: comentario,
  },
];

/** As few requests as their limits allow. */
function batchesOf(keys: Iterable<string>): string[][] {
  const batches: string[][] = [];
  let room = 0;
  for (const key of keys) {
    const size = encodeURIComponent(key).length + "&page=".length;
    const last = batches[batches.length - 1];
    if (last && last.length < largestRequest && room >= size) last.push(key);
    else {
      batches.push([key]);
      room = longestQuery;
    }
    room -= size;
  }
  return batches;
}

async function ask(
  { base, site, lang, fresh }: Asked,
  keys: readonly string[],
  known: Map<string, Answer>,
): Promise<void> {
  const query = new URLSearchParams({ site, lang });
  for (const key of keys) query.append("page", key);
  try {
    const answer = await fetch(`${base}/api/v1/counts?${query}`, {
      credentials: "omit",
      cache: fresh ? "reload" : "default",
    });
    const { counts } = (await answer.json()) as { counts: (Answer & { page: string })[] };
    for (const one of counts) known.set(one.page, one);
  } catch (error) {
    console.warn("Palabre: no numbers for the counters:", error);
  }
}

export async function count(asked: Asked): Promise<void> {
  fillPlaces(asked);
  const places = [...document.querySelectorAll<HTMLElement>(`[data-palabre-count],${foreignCounters}`)].flatMap(
    (place) => {
      const markup = markups.find(({ selector }) => place.matches(selector));
      return markup ? [{ place, markup, key: markup.key(place, asked) }] : [];
    },
  );
  const known = new Map<string, Answer>();
  await Promise.all(batchesOf(new Set(places.map(({ key }) => key))).map((keys) => ask(asked, keys, known)));
  const format = new Intl.NumberFormat(asked.lang);
  for (const { place, markup, key } of places) {
    const answer = known.get(key);
    const said = markup.say(place, answer, answer ? format.format(answer.comments) : "");
    if (said !== null && place.textContent !== said) place.textContent = said;
  }
}
