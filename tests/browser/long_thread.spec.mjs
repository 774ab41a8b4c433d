// A long thread comes in pieces: together they are what the server printed.
import { expect, freshPage, ready, test } from "./fixtures.mjs";
import { someWords } from "./long_threads.mjs";

async function deepThread(palabre, key) {
  const ids = [];
  for (let i = 0; i < 90; i += 1) {
    // Chains of nine, which is deeper than the nesting that is shown.
    const parent = i % 9 ? ids[i - 1] : undefined;
    const { comment } = await (await palabre.post(key, { parent, body: `Number ${i}. ${someWords(i, 200)}` })).json();
    expect(comment.state).toBe("published");
    ids.push(comment.id);
  }
  return ids;
}

// The tree as text, without the words of times, which are the reader's own.
function printed(root) {
  const copy = root.cloneNode(true);
  for (const time of copy.querySelectorAll("time")) time.replaceChildren();
  for (const form of copy.querySelectorAll("form")) form.removeAttribute("action");
  return copy.innerHTML;
}

test("the pieces of a long thread are the server's tree", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  const ids = await deepThread(palabre, key);
  await page.addInitScript(`globalThis.printed = ${printed}`);
  await page.goto(`${url}#palabre-${ids[8]}`);
  await ready(page);
  const [shown, wanted] = await page.evaluate(async (thread) => {
    const { shadowRoot } = [...document.querySelectorAll("*")].find((element) => element.shadowRoot);
    const words = shadowRoot.querySelector(".p-thread").parentElement;
    const answer = await fetch(`/api/v1/thread?${new URLSearchParams({ site: "demo", page: thread, html: "1" })}`);
    const server = new DOMParser().parseFromString((await answer.json()).html, "text/html");
    return [globalThis.printed(words), globalThis.printed(server.body)];
  }, key);
  expect(shown.match(/<article/g)).toHaveLength(90);
  expect(shown).toBe(wanted);
  await expect(page.locator(`#palabre-${ids[8]}`)).toBeInViewport();
});
