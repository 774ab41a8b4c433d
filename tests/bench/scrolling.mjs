// Scrolls through a long thread at 3,000 pixels a second, films it, and counts the pictures in which what is painted is
// not where the words are.
//   node tests/bench/scrolling.mjs [comments] [device pixels in a CSS pixel]     after ./run --build and npm --prefix tests/browser ci
import { createRequire } from "node:module";
import { Palabre } from "../browser/palabre.mjs";
import { chromium as options } from "../browser/chromium.mjs";
import { fill } from "../browser/busy_thread.mjs";
import { loadAll, putProbes, scrollAndLook } from "../browser/scrolling.mjs";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("@playwright/test");
const comments = Number(process.argv[2] ?? 5000);
const deviceScaleFactor = Number(process.argv[3] ?? 1);

const palabre = await Palabre.start();
const browser = await chromium.launch(options);
try {
  const key = "/demo/pages/plain.html";
  await fill(palabre, key, comments, { answers: 0.3 });
  const page = await (
    await browser.newContext({ viewport: { width: 1000, height: 900 }, deviceScaleFactor })
  ).newPage();
  await page.goto(palabre.url + key);
  await page.locator("[data-live]").first().waitFor({ state: "attached" });
  await loadAll(page);
  console.log(`${await page.locator("article").count()} comments`);
  await putProbes(page);
  await page.evaluate(() => {
    globalThis.slowest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.slowest = Math.max(globalThis.slowest, entry.duration);
    }).observe({ type: "longtask" });
  });
  for (const [name, distance] of [
    ["down", 60_000],
    ["up", -40_000],
  ]) {
    const seen = await scrollAndLook(page, { distance, speed: 3000 });
    console.log(`${name}: ${JSON.stringify(seen)}`);
  }
  console.log(`longest task: ${Math.round(await page.evaluate(() => globalThis.slowest))} ms`);
} finally {
  await browser.close();
  await palabre.end();
}
