// No picture of a scrolling page shows what is painted anywhere else than under its words. A machine that has other things to
// do may be late with what is painted further down, so a few unpainted pictures prove nothing: tests/bench/scrolling.mjs
// counts those too, with thousands of comments and nothing beside it.
import { fill } from "./busy_thread.mjs";
import { expect, freshPage, ready, test } from "./fixtures.mjs";
import { loadAll, putProbes, scrollAndLook } from "./scrolling.mjs";

test.setTimeout(120_000);

test("scrolling at 3,000 pixels a second tears nothing", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await fill(palabre, key, 300, { answers: 0.3 });
  await page.goto(url);
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
  await loadAll(page);
  await putProbes(page);
  for (const distance of [12_000, -9_000]) {
    const seen = await scrollAndLook(page, { distance, speed: 3000 });
    expect(seen.pictures).toBeGreaterThan(8);
    expect(seen.faces).toBeGreaterThan(8);
    expect(seen, JSON.stringify(seen)).toMatchObject({ torn: 0 });
    expect(seen.unpainted, JSON.stringify(seen)).toBeLessThan(seen.pictures / 2);
  }
});

test("the probe sees a layer that is displaced, and one that is missing", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await fill(palabre, key, 40, { answers: 0.3 });
  await page.goto(url);
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
  await putProbes(page);
  await page.locator("canvas").evaluate((canvas) => (canvas.style.marginTop = "3px"));
  expect((await scrollAndLook(page, { distance: 1500, speed: 3000 })).torn).toBeGreaterThan(0);
  await page.locator("canvas").evaluate((canvas) => (canvas.style.visibility = "hidden"));
  expect((await scrollAndLook(page, { distance: -1500, speed: 3000 })).unpainted).toBeGreaterThan(0);
});
