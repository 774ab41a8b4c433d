// Instants as people say them, in the reader's own zone.

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];
const longest = 30 * 86400; // seconds; what is older is a date

// Making one takes far longer than using it, and a thread has thousands of instants.
class Formats {
  readonly relative: Intl.RelativeTimeFormat;
  private made: Intl.DateTimeFormat | undefined;

  constructor(private readonly lang: string) {
    this.relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  }

  get day(): Intl.DateTimeFormat {
    this.made ??= new Intl.DateTimeFormat(this.lang, { dateStyle: "long" });
    return this.made;
  }
}

const made = new Map<string, Formats>();

/** Throws for a language tag that Intl refuses. */
function formatsFor(lang: string): Formats {
  let formats = made.get(lang);
  if (!formats) made.set(lang, (formats = new Formats(lang)));
  return formats;
}

function relative(seconds: number, format: Intl.RelativeTimeFormat): string {
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
    const formats = formatsFor(lang);
    const seconds = (Math.min(instant, now) - now) / 1000;
    const shown = -seconds < longest ? relative(seconds, formats.relative) : formats.day.format(instant);
    if (words.nodeValue !== shown) words.nodeValue = shown;
  } catch {
    // A language tag that Intl refuses: the server's words stay.
  }
}

export function showTimes(within: ParentNode, lang: string): void {
  const now = Date.now();
  for (const element of within.querySelectorAll("time")) showTime(element, lang, now);
}
