// What is painted lies at the words' boxes: within one device pixel, at any scale, and after whatever lays the page out anew.
import { expect, freshPage, ready, test } from "./fixtures.mjs";
import { boxOfColour } from "./picture.mjs";

const magenta = [255, 0, 255];

// A thread with an accent that nothing else has, and two boxes to write in: each has a button in that colour.
async function open(page, palabre) {
  const { url, key } = freshPage(palabre);
  for (const name of ["Karim", "Zoé"]) await palabre.post(key, { name, body: "A few words,\n\nand a few more." });
  await page.addInitScript(() => document.documentElement?.style.setProperty("--palabre-accent", "#f0f"));
  await page.goto(url);
  await page.evaluate(() => document.documentElement.style.setProperty("--palabre-accent", "#f0f"));
  await ready(page);
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await expect(page.locator(".p-button-primary")).toHaveCount(2);
  await page.locator(".p-button-primary").last().scrollIntoViewIfNeeded();
}

// Around a box; four CSS pixels are whole device pixels at every scale here.
function onWholePixels(box) {
  const [left, top] = [box.left, box.top].map((one) => Math.floor(one / 4) * 4 - 4);
  const [right, bottom] = [box.right, box.bottom].map((one) => Math.ceil(one / 4) * 4 + 4);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

// The farthest that an edge of a painted button is from that edge of its element, device pixels.
async function farthest(page) {
  const ratio = await page.evaluate(() => devicePixelRatio);
  let worst = 0;
  for (const button of await page.locator(".p-button-primary").all()) {
    const box = await button.evaluate((element) => element.getBoundingClientRect().toJSON());
    const inView = await page.evaluate(({ top, bottom }) => top > 10 && bottom < innerHeight - 10, box);
    if (!inView) continue;
    const clip = onWholePixels(box);
    const painted = await boxOfColour(page, clip, magenta);
    if (!painted) return Infinity;
    const wanted = [box.left, box.top, box.right, box.bottom].map((one) => one * ratio);
    worst = Math.max(worst, ...painted.map((one, index) => Math.abs(one - wanted[index])));
  }
  return worst;
}

const oneDevicePixel = 1.5; // and the half that the browser itself rounds its own backgrounds by

for (const deviceScaleFactor of [1, 1.25, 1.5, 2, 3]) {
  test.describe(`at ${deviceScaleFactor} device pixels`, () => {
    test.use({ deviceScaleFactor });
    test("painted buttons are where their words are", async ({ page, palabre }) => {
      await open(page, palabre);
      await expect.poll(() => farthest(page)).toBeLessThan(oneDevicePixel);
      await page.mouse.wheel(0, -133);
      await expect.poll(() => farthest(page)).toBeLessThan(oneDevicePixel);
    });
  });
}

test("a page that is zoomed, another width, another font", async ({ page, palabre }) => {
  await open(page, palabre);
  const session = await page.context().newCDPSession(page);
  for (const deviceScaleFactor of [2, 1.25, 1]) {
    // As a browser's zoom does it: more device pixels in a CSS pixel, and fewer CSS pixels in the window.
    const [width, height] = [1000, 900].map((one) => Math.round(one / deviceScaleFactor));
    await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
    await expect
      .poll(() => page.locator("canvas").evaluate((it) => it.width / it.getBoundingClientRect().width))
      .toBeCloseTo(deviceScaleFactor, 1);
  }
  await session.detach();
  await page.setViewportSize({ width: 640, height: 900 });
  await expect.poll(() => farthest(page)).toBeLessThan(oneDevicePixel);
  await page.evaluate(() => document.body.style.setProperty("font", "21px/2 'DejaVu Serif', serif"));
  await expect.poll(() => farthest(page)).toBeLessThan(oneDevicePixel);
});

test("a box that grows while one writes takes its frame along in the same picture", async ({ page, palabre }) => {
  await open(page, palabre);
  const field = page.getByRole("form", { name: "Write a comment" }).getByRole("textbox", { name: "Your comment" });
  await field.fill("one\n".repeat(20));
  // No waiting: the first picture after the change is the one that has to be right.
  expect(await farthest(page)).toBeLessThan(oneDevicePixel);
});
