// First the words: they are there before the module, and the module takes them over without touching one of them.
import { comment, expect, freshPage, holdModule, ready, test } from "./fixtures.mjs";

// Before the page's own scripts: every change inside a shadow root is written down.
function watch() {
  globalThis.changes = [];
  globalThis.roots = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    globalThis.roots.push(root);
    new MutationObserver((records) => {
      for (const record of records) {
        const element = record.target.nodeType === Node.TEXT_NODE ? record.target.parentNode : record.target;
        if (element?.closest?.("section.p-thread")) globalThis.changes.push(`${record.type} in <${element.localName}>`);
      }
    }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    return root;
  };
}

test("the module adopts the server's words without one change", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "**Strong** words, `code`\n\n- and\n- a list" });
  await page.addInitScript(watch);
  await page.goto(url);
  await ready(page);
  await expect(comment(page, "Strong words")).toBeVisible();
  expect(await page.evaluate(() => globalThis.roots.length)).toBeGreaterThan(0);
  expect(await page.evaluate(() => globalThis.changes)).toEqual([]);
  // And it does live there now; the same observer sees it.
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await expect(page.getByRole("form", { name: "Write a reply" })).toBeVisible();
  expect(await page.evaluate(() => globalThis.changes.length)).toBeGreaterThan(0);
});

test("the words are there while the module is held back", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Readable at once" });
  const release = await holdModule(page);
  await page.goto(url);
  await expect(comment(page, "Readable at once")).toBeVisible();
  await expect(page.locator("[data-live]")).toHaveCount(0);
  release();
  await ready(page);
});

test("without the module the words stay readable", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Still readable" });
  await page.route("**/palabre.wasm*", (route) => route.abort());
  await page.goto(url, { waitUntil: "networkidle" });
  await expect(comment(page, "Still readable")).toBeVisible();
  complaints.length = 0; // the aborted request, and whatever is said about it
});

test("an idle page draws nothing and asks for nothing", async ({ page, palabre }) => {
  await page.addInitScript(() => {
    globalThis.frames_asked = 0;
    const ask = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => {
      globalThis.frames_asked += 1;
      return ask.call(globalThis, callback);
    };
  });
  await page.goto(freshPage(palabre).url);
  await ready(page);
  // Settled: no frame asked for during a whole second, waited for at most as long as the test may take.
  await expect
    .poll(
      async () => {
        const before = await page.evaluate(() => globalThis.frames_asked);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
        return (await page.evaluate(() => globalThis.frames_asked)) - before;
      },
      { timeout: 15_000 },
    )
    .toBe(0);
});
