// Without the module, what needs it leads to the server's own page, where forms and links do the same.
import type { Options } from "../common/mount.js";

function addHidden(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
}

const replies = ".p-actions > [aria-expanded]";
const further = ".p-more > *";

/** The thread that the words show, and where its page is: the forms know. */
export function leadToServer(words: HTMLElement, thread: string, { url, title, lang }: Options): void {
  const form = words.querySelector("form");
  if (!form) return;
  const page = form.action;
  // So that the server's page can lead back to this one.
  addHidden(form, { url, title });
  // Controls that only the module knows; all others are a way to the server's page.
  for (const control of words.querySelectorAll(`button[type=button]:not(${replies},${further}),[role=toolbar]`)) {
    control.remove();
  }

  // What is in the box goes along: as a form that is shown again, and not kept.
  const go = (query: Record<string, string>, place = ""): void => {
    const address = `${page}?${new URLSearchParams({ ...query, lang })}${place}`;
    if (!form.querySelector("textarea")?.value) return void (location.href = address);
    const carried = form.cloneNode(true) as HTMLFormElement;
    carried.action = address;
    carried.hidden = true;
    addHidden(carried, { show: "1", parent: query["reply"] ?? "" });
    words.append(carried);
    carried.submit();
    carried.remove();
  };
  words.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || button.type === "submit") return;
    const article = button.closest("article")?.id;
    if (article) return go({ reply: article.replace("palabre-", "") }, `#${article}`);
    const { next, sort } = JSON.parse(thread) as { next?: string | null; sort: string };
    if (next) go({ sort, after: next });
  });
  words.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) go({ sort: event.target.value });
  });
}
