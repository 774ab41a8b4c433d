// The posts' own words, Markdown that the server printed: the module leaves an empty group for them, which is the page's to
// fill. An element's id changes with what the post says (dismissal_key in shared/view/engage).
import { parseServerHtml } from "../loader/html.js";

const place = ".p-body";

function idOf(body: Element): string {
  return body.closest("[id^='palabre-post-']")?.id ?? "";
}

export class Bodies {
  private readonly known = new Map<string, readonly Node[]>(); // by the post's element's id
  private readonly shown = new WeakMap<Element, string>();

  /** Out of the page, so that the rest can be numbered. */
  take(words: ParentNode): void {
    for (const body of words.querySelectorAll(place)) {
      this.known.set(idOf(body), [...body.childNodes]);
      body.replaceChildren();
    }
  }

  /** From the answer to a request for posts, if this is one. */
  learn(answer: unknown): void {
    if (typeof answer !== "string" || !answer.includes('"html"')) return;
    try {
      const { html } = JSON.parse(answer) as { html?: string };
      const content = html === undefined ? null : parseServerHtml(html);
      for (const body of content?.querySelectorAll(place) ?? []) {
        if (!this.known.has(idOf(body))) this.known.set(idOf(body), [...body.childNodes]);
      }
    } catch {
      // No answer of ours.
    }
  }

  fill(words: ParentNode): void {
    for (const body of words.querySelectorAll(place)) {
      const id = idOf(body);
      const nodes = this.known.get(id);
      if (!nodes || this.shown.get(body) === id) continue;
      this.shown.set(body, id);
      body.replaceChildren(...nodes);
    }
  }
}
