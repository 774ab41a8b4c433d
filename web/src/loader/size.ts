// How large a rem of our style sheet is: the size of the text around, whatever the page has made of its own rem.

const smallest = 15; // CSS pixels
const largest = 20;

/** Readers who have asked their browser for larger letters than that get them. */
export function chosenSize(host: Element): string {
  const around = parseFloat(getComputedStyle(host).fontSize);
  const asked = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return `${Math.min(Math.max(around, smallest), Math.max(largest, asked))}px`;
}
