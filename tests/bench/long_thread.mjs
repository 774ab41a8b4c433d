// A document of thousands of comments on a desktop: when its words are there, what blocks the page, and what typing and
// scrolling cost.   node tests/bench/long_thread.mjs [comments]     after ./run --build and npm --prefix tests/browser ci
import { createRequire } from "node:module";
import { chromium as options } from "../browser/chromium.mjs";
import { Palabre } from "../browser/palabre.mjs";
import { fillThread } from "../browser/long_threads.mjs";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("@playwright/test");
const comments = Number(process.argv[2] ?? 5000);
const key = "/demo/pages/plain.html";

// In the page, before its scripts: the times, from navigation, of the first comment's frame, of the last comment and of the
// module; and every task of more than 50 ms.
function watch() {
  globalThis.marks = {};
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    globalThis.shadow = root;
    const mark = (name) => (globalThis.marks[name] ??= performance.now());
    new MutationObserver(() => {
      if (root.querySelector("article")) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => mark("first");
        requestAnimationFrame(() => port2.postMessage(0));
      }
      if (root.querySelector("[data-live]")) mark("live");
      else if (root.querySelector("article")) globalThis.marks.last = performance.now();
    }).observe(root, { subtree: true, childList: true, attributeFilter: ["data-live"] });
    return root;
  };
}

// In the page: the main thread's part of every frame while the page scrolls 3,000 pixels a second.
async function scrollFrames(frames) {
  const work = [];
  const { port1, port2 } = new MessageChannel();
  for (let i = 0; i < frames; i += 1) {
    await new Promise((done) => {
      requestAnimationFrame(() => {
        const began = performance.now();
        port1.onmessage = () => {
          work.push(performance.now() - began);
          done();
        };
        scrollBy(0, 50);
        port2.postMessage(0);
      });
    });
  }
  return work;
}

// In the page: what the listeners of each keystroke took, and the frame after it.
function watchTyping() {
  globalThis.typing = [];
  let began = 0;
  addEventListener("beforeinput", () => (began = performance.now()), true);
  addEventListener("input", () => {
    const handled = performance.now() - began;
    const { port1, port2 } = new MessageChannel();
    requestAnimationFrame(() => {
      const frame = performance.now();
      port1.onmessage = () => globalThis.typing.push(handled + performance.now() - frame);
      port2.postMessage(0);
    });
  });
}

const at = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)];
const say = (what, numbers) =>
  console.log(
    `${what}: median ${at(numbers, 0.5).toFixed(1)}, p95 ${at(numbers, 0.95).toFixed(1)}, worst ${at(numbers, 1).toFixed(1)} ms`,
  );

const palabre = await Palabre.start();
const browser = await chromium.launch(options);
try {
  await fillThread(palabre, key, comments);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${palabre.url}/demo/pages/floor.html`); // the browser's own first page
  await page.addInitScript(watch);
  await page.goto(palabre.url + key, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.marks?.live);
  await page.waitForFunction(() => performance.now() - (globalThis.longTasks.at(-1)?.startTime ?? 0) > 1500);
  const { marks, longTasks, count } = await page.evaluate(() => ({
    marks: globalThis.marks,
    longTasks: globalThis.longTasks,
    count: globalThis.shadow.querySelectorAll("article").length,
  }));
  console.log(`${count} comments in one document`);
  for (const [what, mark] of [
    ["first words", "first"],
    ["all words", "last"],
    ["reply box usable", "live"],
  ])
    console.log(`${what}: ${Math.round(marks[mark])} ms`);
  console.log(
    `long tasks: ${longTasks.map((task) => `${Math.round(task.duration)} (at ${Math.round(task.startTime)})`).join(", ")}`,
  );
  await page.evaluate(watchTyping);
  await page.locator("textarea").first().click();
  await page.keyboard.type("Typed at the top of a long thread.", { delay: 40 });
  await page.waitForFunction(() => globalThis.typing.length > 30);
  say("a keystroke, with its frame", await page.evaluate(() => globalThis.typing));
  say("a frame while scrolling", await page.evaluate(scrollFrames, 300));
} finally {
  await browser.close();
  await palabre.end();
}
