// <span data-palabre-count="/path">: how many comments a page has, all of them with one request.
import { pageKeyOfUrl } from "./page_key.js";

const attribute = "data-palabre-count";

export async function fillCounts(base: string, site: string, lang: string): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)];
  if (!places.length || !site) return;
  const keyOf = (place: HTMLElement): string => pageKeyOfUrl(place.getAttribute(attribute) ?? "");
  const query = new URLSearchParams({ site });
  for (const key of new Set(places.map(keyOf))) query.append("page", key);
  try {
    const answer = await fetch(`${base}/api/v1/counts?${query}`, { credentials: "omit" });
    const { counts } = (await answer.json()) as { counts: { page: string; comments: number }[] };
    const known = new Map(counts.map((one) => [one.page, one.comments]));
    const format = new Intl.NumberFormat(lang);
    for (const place of places) {
      const comments = known.get(keyOf(place));
      if (comments !== undefined) place.textContent = format.format(comments);
    }
  } catch {
    // A counter that can't be filled stays as the page has it.
  }
}
