// Back and forward: the browser keeps the page as it was left, and the thread goes on in it.
import { chromium } from "./chromium.mjs";
import { comment, expect, freshPage, ready, test, write } from "./fixtures.mjs";

// Playwright switches this cache off.
test.use({
  launchOptions: {
    ...chromium,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [...chromium.args, "--enable-features=BackForwardCache"],
  },
});

const restored = (page) => page.evaluate(() => globalThis.restored);

async function watchReturn(page) {
  await page.evaluate(() => addEventListener("pageshow", (event) => (globalThis.restored = event.persisted)));
}

test("a thread that comes back with its page is live, and what was typed is there", async ({ page, palabre }) => {
  const { url } = freshPage(palabre);
  await page.goto(url);
  await ready(page);
  await page.getByRole("textbox", { name: "Your comment" }).fill("Half a thought");
  await watchReturn(page);
  await page.goto(`${palabre.url}/demo/pages/no_thread.html`);
  await page.goBack({ waitUntil: "commit" }); // it is not loaded again
  await expect.poll(() => restored(page)).toBe(true);
  await expect(page.getByRole("textbox", { name: "Your comment" })).toHaveValue("Half a thought");
  await write(page, { name: "Zoé", body: "There and back" });
  await expect(comment(page, "There and back").getByRole("button", { name: "Edit" })).toBeVisible();
});

test("a thread that had failed is asked for again", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Up again" });
  await page.clock.install(); // no waiting brings it, only the return
  let down = true;
  await page.route("**/api/v1/thread*", (route) => (down ? route.abort() : route.continue()));
  await page.goto(url);
  await expect(page.getByRole("alert")).toBeVisible();
  await watchReturn(page);
  down = false;
  await page.goto(`${palabre.url}/demo/pages/no_thread.html`);
  await page.goBack({ waitUntil: "commit" }); // it is not loaded again
  await expect.poll(() => restored(page)).toBe(true);
  await expect(comment(page, "Up again")).toBeVisible();
  complaints.length = 0;
});
