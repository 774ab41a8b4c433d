// When something closes, in the reader's own zone and in words: "in 2 days (November 23, 2026 at 12:16)".

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];

function relative(seconds: number, lang: string): string {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  }
  return format.format(Math.round(seconds), "second");
}

/** `ahead`: how far the server's clock is ahead of this one, in milliseconds. */
export function showTimes(within: ParentNode, lang: string, ahead: number): void {
  const now = Date.now() + ahead;
  for (const element of within.querySelectorAll("time")) {
    const instant = Date.parse(element.dateTime);
    const words = element.firstChild;
    if (Number.isNaN(instant) || words?.nodeType !== Node.TEXT_NODE) continue;
    try {
      const exact = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short" }).format(instant);
      const shown = `${relative((instant - now) / 1000, lang)} (${exact})`;
      if (words.nodeValue !== shown) words.nodeValue = shown;
    } catch {
      // A language tag that Intl refuses: the server's words stay.
    }
  }
}
