// Instants as people say them, in the reader's own zone.

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];
const longest = 30 * 86400; // seconds; what is older is a date

function relative(seconds: number, lang: string): string {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  }
  return format.format(0, "second");
}

/** Replaces the fallback words of a <time>, keeping its one text node. */
export function showTime(element: HTMLTimeElement, lang: string, now: number): void {
  const instant = Date.parse(element.dateTime);
  const words = element.firstChild;
  if (Number.isNaN(instant) || words?.nodeType !== Node.TEXT_NODE) return;
  try {
    const exact = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short" }).format(instant);
    const seconds = (Math.min(instant, now) - now) / 1000;
    const day = new Intl.DateTimeFormat(lang, { dateStyle: "long" });
    const shown = -seconds < longest ? relative(seconds, lang) : day.format(instant);
    if (words.nodeValue !== shown) words.nodeValue = shown;
    if (element.title !== exact) element.title = exact;
  } catch {
    // A language tag that Intl refuses: the server's words stay.
  }
}

export function showTimes(within: ParentNode, lang: string): void {
  const now = Date.now();
  for (const element of within.querySelectorAll("time")) showTime(element, lang, now);
}
