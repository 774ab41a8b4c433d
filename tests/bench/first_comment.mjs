// When the first comment is visible, and the reply box usable, on a slow phone: 4× slower CPU, 1.6 Mbit/s, 150 ms round trip, nothing cached; beside the
// least that any script could do there (tests/browser/pages/floor.html).
//   node tests/bench/first_comment.mjs [runs]     after ./run --build and npm --prefix tests/browser ci
import { createRequire } from "node:module";
import { Palabre } from "../browser/palabre.mjs";
import { chromium as options } from "../browser/chromium.mjs";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("@playwright/test");
const runs = Number(process.argv[2] ?? 7);
const comments = 100;

// In the page: the times from navigation to the end of the first frame that shows a comment, and until clicks have an effect.
function watch() {
  globalThis.live = new Promise((resolve) => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      const observer = new MutationObserver(() => root.querySelector("[data-live]") && resolve(performance.now()));
      observer.observe(root, { subtree: true, attributeFilter: ["data-live"] });
      return root;
    };
  });
  globalThis.seen = new Promise((resolve) => {
    const look = () => {
      for (const element of document.querySelectorAll("*")) {
        const article = element.shadowRoot?.querySelector("article");
        if (article && article.getBoundingClientRect().height > 0) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now()); // comes when this frame has been laid out and drawn
          port2.postMessage(0);
          return;
        }
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

async function measure(browser, url) {
  const page = await (await browser.newContext({ viewport: { width: 412, height: 915 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 0.75e6 / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "commit" });
  const first = await page.evaluate(() => globalThis.seen);
  const ready = url.endsWith("floor.html") ? undefined : await page.evaluate(() => globalThis.live);
  await page.context().close();
  return { first, ready };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const palabre = await Palabre.start();
const browser = await chromium.launch(options);
try {
  const key = "/demo/pages/plain.html";
  for (let i = 0; i < comments; i += 1)
    await palabre.post(key, { body: `Comment **${i}**, of a usual length, with a few words in it.` });
  await measure(browser, palabre.url + key); // the browser's own first page
  // In turn, so that both meet the same machine.
  const ours = [];
  const floor = [];
  for (let i = 0; i < runs; i += 1) {
    ours.push(await measure(browser, palabre.url + key));
    floor.push(await measure(browser, `${palabre.url}/demo/pages/floor.html`));
  }
  const say = (what, numbers) =>
    console.log(`${what}: ${Math.round(median(numbers))} ms (median of ${numbers.map(Math.round).join(" ")})`);
  const first = ours.map((one) => one.first);
  const least = floor.map((one) => one.first);
  say("first comment visible", first);
  say("the least a script can do (fetch the same, show one comment)", least);
  console.log(`ratio: ${(median(first) / median(least)).toFixed(2)}`);
  say(
    "reply box usable",
    ours.map((one) => one.ready),
  );
} finally {
  await browser.close();
  await palabre.end();
}
