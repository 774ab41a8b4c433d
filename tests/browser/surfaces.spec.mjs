// One drawing context for a page, none where there can be none, and nothing painted when nothing happens.
import { expect, form, freshPage, ready, test } from "./fixtures.mjs";

function countFrames() {
  globalThis.frames_asked = 0;
  globalThis.contexts = 0;
  const ask = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    globalThis.frames_asked += 1;
    return ask(callback);
  };
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const made = get.call(this, kind, ...rest);
    if (/webgl/.test(kind) && made) globalThis.contexts += 1;
    return made;
  };
}

function withoutWebGl() {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return /webgl/.test(kind) ? null : get.call(this, kind, ...rest);
  };
}

// Until no frame has been asked for during a whole second.
async function atRest(page) {
  let last = -1;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await page.evaluate(() => globalThis.frames_asked);
        return last - before;
      },
      { intervals: [1000] },
    )
    .toBe(0);
}

test("ten idle seconds have no frame: written in, hovered and left, something moved before", async ({
  page,
  palabre,
}) => {
  await page.addInitScript(countFrames);
  const { url, key } = freshPage(palabre);
  for (const name of ["Karim", "Zoé"]) await palabre.post(key, { name, body: "A few words" });
  await page.goto(url);
  await ready(page);
  await page.locator("select").selectOption("oldest");
  await page.getByRole("button", { name: "Reply to Karim" }).hover();
  await page.mouse.move(2, 2);
  await form(page, "Write a comment").getByRole("textbox", { name: "Your comment" }).fill("The caret blinks here");
  await atRest(page);
  const before = await page.evaluate(() => globalThis.frames_asked);
  // A real ten seconds: that nothing happens in them is what is tested.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10_000)));
  expect(await page.evaluate(() => globalThis.frames_asked)).toBe(before);
});

test("twenty threads on a page draw with one context", async ({ page, palabre }) => {
  await page.addInitScript(countFrames);
  await page.goto(`${palabre.url}/demo/pages/twenty.html`);
  const threads = page.locator("palabre-thread");
  await expect(threads).toHaveCount(20);
  for (const thread of await threads.all()) {
    await thread.scrollIntoViewIfNeeded();
    await expect(thread.locator(".p-root")).toHaveAttribute("data-paint", "on");
  }
  expect(await page.evaluate(() => globalThis.contexts)).toBe(1);
});

test("without WebGL the thread is whole, and works", async ({ page, palabre }) => {
  await page.addInitScript(withoutWebGl);
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A few words" });
  await page.goto(url);
  await ready(page);
  await expect(page.locator(".p-root")).not.toHaveAttribute("data-paint", "on");
  await expect(page.locator("canvas")).toHaveCount(0);
  await expect(page.locator(".p-button-primary").first()).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  await expect(page.locator(".p-avatar").first()).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await expect(form(page, "Write a reply")).toBeVisible();
});

test("pinched, the browser draws by itself, and the painting comes back after", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  const root = page.locator(".p-root");
  await expect(root).toHaveAttribute("data-paint", "on");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
  await expect(root).toHaveAttribute("data-paint", "off");
  await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
  await expect(root).toHaveAttribute("data-paint", "on");
});

test("paper gets no canvas", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "On paper" });
  await page.goto(url);
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("canvas")).toBeHidden();
  await expect(page.getByText("On paper")).toBeVisible();
  await expect(page.locator(".p-avatar").first()).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
});
