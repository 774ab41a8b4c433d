// The exact instant in the reader's own zone, made when somebody points at it; until then it is the server's, in UTC.

export function showExactTimes(within: HTMLElement, lang: string, signal: AbortSignal): void {
  let format: Intl.DateTimeFormat | undefined;
  const show = ({ target }: Event): void => {
    const time = target instanceof Element ? target.closest("a, .p-edited")?.querySelector("time") : null;
    if (!(time instanceof HTMLTimeElement)) return;
    const instant = Date.parse(time.dateTime);
    if (Number.isNaN(instant)) return;
    try {
      format ??= new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short" });
      time.parentElement!.title = format.format(instant); // the link's: a keyboard reaches it
    } catch {
      // A language tag that Intl refuses: the server's words stay.
    }
  };
  within.addEventListener("mouseover", show, { signal });
  within.addEventListener("focusin", show, { signal });
}
