// Without the module, what needs it leads to the server's own page, where forms and links do the same.

/** The thread that the words show, and where its page is: the forms know. */
export function leadToServer(words: HTMLElement, thread: string): void {
  const page = words.querySelector("form")?.action;
  if (!page) return;
  const go = (query: Record<string, string>, place = ""): void => {
    location.href = `${page}?${new URLSearchParams(query)}${place}`;
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
