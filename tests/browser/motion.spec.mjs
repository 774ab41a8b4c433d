// Small movements: comments that change places slide, what is painted goes along, and who asks for none gets none.
import { comment, expect, freshPage, ready, test, write } from "./fixtures.mjs";

// Every animation that begins, with how long it lasts.
function watch() {
  globalThis.slid = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, options) {
    globalThis.slid.push({ what: this.localName, duration: options.duration });
    return animate.call(this, frames, options);
  };
}

async function open(page, palabre) {
  const { url, key } = freshPage(palabre);
  for (const name of ["Karim", "Zoé", "Omar"]) await palabre.post(key, { name, body: `From ${name}` });
  await page.addInitScript(watch);
  await page.goto(url);
  await ready(page);
}

const slid = (page) => page.evaluate(() => globalThis.slid);

test("sorting slides comments to their places within 200 milliseconds", async ({ page, palabre }) => {
  await open(page, palabre);
  expect(await slid(page)).toEqual([]);
  const first = () => page.locator("article h3").first().textContent();
  const before = await first();
  await page.locator("select").selectOption("oldest");
  await expect.poll(first).not.toBe(before);
  await expect.poll(async () => (await slid(page)).length).toBeGreaterThan(0);
  for (const one of await slid(page)) expect(one.duration).toBeLessThanOrEqual(200);
  // Where it comes to rest nothing is displaced.
  await expect
    .poll(() => page.locator("article").evaluateAll((all) => all.flatMap((one) => one.getAnimations()).length))
    .toBe(0);
});

test("a new comment slides in, and typing goes on at once", async ({ page, palabre }) => {
  await open(page, palabre);
  await write(page, { name: "Grace", body: "Hello there" });
  await expect(comment(page, "Hello there")).toBeVisible();
  expect((await slid(page)).filter(({ what }) => what === "article").length).toBeGreaterThan(0);
});

test("reduced motion moves nothing", async ({ page, palabre }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, palabre);
  const first = () => page.locator("article h3").first().textContent();
  const before = await first();
  await page.locator("select").selectOption("oldest");
  await expect.poll(first).not.toBe(before);
  await write(page, { name: "Grace", body: "Hello there" });
  await expect(comment(page, "Hello there")).toBeVisible();
  expect(await slid(page)).toEqual([]);
});
