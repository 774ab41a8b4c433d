// What is not a word is painted by Dear ImGui on a canvas under the words, and only there.
import { expect, freshPage, ready, test } from "./fixtures.mjs";
import { distance, pixel } from "./picture.mjs";

// Inside the button's left padding, where no letter is.
async function groundOf(page, button) {
  const box = await button.boundingBox();
  return pixel(page, box.x + 10, box.y + box.height / 2);
}

function accent(page) {
  return page.locator(".p-root").evaluate((root) => {
    const probe = document.createElement("i");
    probe.style.color = getComputedStyle(root).getPropertyValue("--p-accent");
    document.body.append(probe);
    const colour = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
    probe.remove();
    return colour;
  });
}

for (const deviceScaleFactor of [1, 1.5, 2]) {
  test.describe(`at ${deviceScaleFactor} device pixels`, () => {
    test.use({ deviceScaleFactor });
    test("the button's ground comes from the canvas", async ({ page, palabre }) => {
      await page.goto(freshPage(palabre).url);
      await ready(page);
      await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
      const button = page.getByRole("button", { name: "Publish" });
      await expect(button).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
      const wanted = await accent(page);
      await expect.poll(async () => distance(await groundOf(page, button), wanted)).toBeLessThan(24);
      await page.locator("canvas").evaluate((canvas) => (canvas.style.visibility = "hidden"));
      await expect.poll(async () => distance(await groundOf(page, button), wanted)).toBeGreaterThan(60);
    });
  });
}

test("a lost context leaves the plain look, a restored one paints again", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  const root = page.locator(".p-root");
  const button = page.getByRole("button", { name: "Publish" });
  await expect(root).toHaveAttribute("data-paint", "on");
  await page.locator("canvas").evaluate((canvas) => {
    globalThis.lose = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    globalThis.lose.loseContext();
  });
  await expect(root).toHaveAttribute("data-paint", "off");
  const wanted = await accent(page);
  await expect.poll(async () => distance(await groundOf(page, button), wanted)).toBeLessThan(24);
  await page.evaluate(() => globalThis.lose.restoreContext());
  await expect(root).toHaveAttribute("data-paint", "on");
  await expect.poll(async () => distance(await groundOf(page, button), wanted)).toBeLessThan(24);
});

test("forced colours stay unpainted", async ({ page, palabre }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await expect(page.locator(".p-root")).not.toHaveAttribute("data-paint", "on");
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
});

test("data-paint=off has no canvas", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre, "unpainted.html").url);
  await ready(page);
  await expect(page.locator("canvas")).toHaveCount(0);
  const button = page.getByRole("button", { name: "Publish" });
  const wanted = await accent(page);
  expect(distance(await groundOf(page, button), wanted)).toBeLessThan(24);
});
