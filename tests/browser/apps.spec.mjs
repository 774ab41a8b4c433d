// examples/apps with the real libraries: threads come and go a hundred times, and nothing stays behind.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../web/node_modules/esbuild/lib/main.js";
import { comment, expect, ready, test } from "./fixtures.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const bundles = new Map();

async function bundle(entry) {
  if (!bundles.has(entry)) {
    const result = await build({
      entryPoints: [path.join(here, entry)],
      bundle: true,
      write: false,
      format: "iife",
      jsx: "automatic",
      nodePaths: [path.join(here, "node_modules")], // the examples are outside of this folder
      define: {
        "process.env.NODE_ENV": '"production"',
        __VUE_OPTIONS_API__: "false",
        __VUE_PROD_DEVTOOLS__: "false",
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      },
    });
    bundles.set(entry, result.outputFiles[0].text);
  }
  return bundles.get(entry);
}

async function serve(page, name, entry) {
  const body = await bundle(entry);
  await page.route(`**/${name}.js`, (route) => route.fulfill({ contentType: "text/javascript", body }));
}

// Counts what a thread holds in the page around it: listeners of window and document, observers, intervals.
async function watchHoldings(page) {
  await page.addInitScript(() => {
    const held = { listeners: 0, observers: 0, intervals: 0, contexts: 0 };
    globalThis.held = held;
    for (const target of [window, document, document.fonts, MediaQueryList.prototype]) {
      const { addEventListener, removeEventListener } = target;
      const known = new Set();
      const key = (type, listener) => `${type} ${(listener.number ??= Math.random())}`;
      target.addEventListener = function (type, listener, options) {
        if (listener && !options?.signal?.aborted && !options?.once) {
          const name = key(type, listener);
          if (!known.has(name)) held.listeners += 1;
          known.add(name);
          const drop = () => known.delete(name) && (held.listeners -= 1);
          options?.signal && EventTarget.prototype.addEventListener.call(options.signal, "abort", drop);
        }
        return addEventListener.call(this, type, listener, options);
      };
      target.removeEventListener = function (type, listener, options) {
        if (listener && known.delete(key(type, listener))) held.listeners -= 1;
        return removeEventListener.call(this, type, listener, options);
      };
    }
    for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"]) {
      const Original = globalThis[name];
      globalThis[name] = class extends Original {
        #observes = false;
        observe(...all) {
          if (!this.#observes) held.observers += 1;
          this.#observes = true;
          super.observe(...all);
        }
        disconnect() {
          if (this.#observes) held.observers -= 1;
          this.#observes = false;
          super.disconnect();
        }
      };
    }
    const { setInterval, clearInterval } = globalThis;
    const intervals = new Set();
    globalThis.setInterval = (...all) => {
      const made = setInterval(...all);
      intervals.add(made);
      held.intervals = intervals.size;
      return made;
    };
    globalThis.clearInterval = (one) => {
      intervals.delete(one);
      held.intervals = intervals.size;
      clearInterval(one);
    };
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      const context = getContext.call(this, kind, ...rest);
      if (kind === "webgl2" && context) (globalThis.contexts ??= new Set()).add(context);
      held.contexts = globalThis.contexts?.size ?? 0;
      return context;
    };
  });
  return () => page.evaluate(() => ({ ...globalThis.held }));
}

async function heapOf(session) {
  for (let i = 0; i < 3; i += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const one = (name) => metrics.find((metric) => metric.name === name).value;
  return { bytes: one("JSHeapUsedSize"), nodes: one("Nodes"), listeners: one("JSEventListeners") };
}

async function hundredTimes(page, cycle, growth = 1.05) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const held = async () => page.evaluate(() => ({ ...globalThis.held }));
  for (let i = 0; i < 30; i += 1) await cycle(i); // code is compiled, and the applications' own caches are full
  const before = { ...(await heapOf(session)), held: await held() };
  for (let i = 0; i < 100; i += 1) await cycle(i);
  const after = { ...(await heapOf(session)), held: await held() };
  expect(after.held).toEqual(before.held);
  expect(after.held.contexts).toBe(1);
  // The last threads may wait for their end; a leak would be thousands of nodes and hundreds of listeners.
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 500);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 60);
  expect(after.bytes).toBeLessThanOrEqual(before.bytes * growth);
}

// In the page, so that a test's own ways of looking leave nothing on its heap.
async function untilLive(page, start, words = "") {
  await page.evaluate(start);
  await page.evaluate(async (expected) => {
    const root = () => document.querySelector("palabre-thread")?.shadowRoot?.querySelector(".p-root[data-live]");
    while (root()?.dataset.paint !== "on" || !root().textContent.includes(expected)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, words);
}

for (const [name, entry, kinds] of [
  ["react", "pages/apps/react.jsx", ["element", "mounted"]],
  ["vue", "pages/apps/vue.mjs", ["element"]],
]) {
  for (const kind of kinds) {
    test(`${name}, ${kind}: a hundred times there and gone`, async ({ page, palabre }) => {
      test.setTimeout(180_000);
      await palabre.post("/apps/bread", { name: "Karim", body: "About bread" });
      await palabre.post("/apps/market", { name: "Karim", body: "About the market" });
      await serve(page, name, entry);
      await watchHoldings(page);
      await page.goto(`${palabre.url}/demo/pages/apps/${name}.html`);
      await page.waitForFunction(() => globalThis.app && globalThis.Palabre);
      await page.evaluate((one) => globalThis.app.show(one, "/apps/bread"), kind);
      await expect(comment(page, "About bread").first()).toBeVisible();
      await page.evaluate((one) => globalThis.app.show(one, "/apps/market", { theme: "dark" }), kind);
      await expect(comment(page, "About the market").first()).toBeVisible();
      await expect(page.locator(".p-root")).toHaveAttribute("data-theme", "dark");
      await expect(page.getByText("About bread")).toHaveCount(0);
      await page.evaluate(() => globalThis.app.hide());
      await expect(page.locator("palabre-thread")).toHaveCount(0);
      await hundredTimes(page, async () => {
        await untilLive(page, `app.show("${kind}", "/apps/bread")`, "About bread");
        await page.evaluate(() => globalThis.app.hide());
      });
    });
  }
}

test("htmx: a hundred articles swapped in", async ({ page, palabre }) => {
  test.setTimeout(180_000);
  await palabre.post("/apps/bread", { name: "Karim", body: "About bread" });
  await palabre.post("/apps/market", { name: "Karim", body: "About the market" });
  await serve(page, "htmx", "node_modules/htmx.org/dist/htmx.js");
  await watchHoldings(page);
  await page.goto(`${palabre.url}/demo/apps/htmx.html`);
  await page.waitForFunction(() => globalThis.Palabre);
  await hundredTimes(page, async (i) => {
    const words = i % 2 ? "About bread" : "About the market";
    await untilLive(page, `document.querySelectorAll("nav button")[${(i + 1) % 2}].click()`, words);
  });
  await expect(page.locator("palabre-thread")).toHaveCount(1);
});

test("Turbo: to another article, and back from its snapshot", async ({ page, palabre, complaints }) => {
  test.setTimeout(240_000);
  await palabre.post("/apps/bread", { name: "Karim", body: "About bread" });
  await palabre.post("/apps/market", { name: "Karim", body: "About the market" });
  await serve(page, "turbo", "node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js");
  await watchHoldings(page);
  await page.goto(`${palabre.url}/demo/apps/turbo.html`);
  await page.evaluate(() => (globalThis.same = true));
  let bread = true;
  const visit = async () => {
    bread = !bread;
    await untilLive(page, 'document.querySelector("nav a").click()', bread ? "About bread" : "About the market");
  };
  // Turbo remembers each visit for the way back: about a kilobyte of its own.
  await hundredTimes(page, visit, 1.1);
  await untilLive(page, "history.back()", bread ? "About the market" : "About bread");
  await expect(page.locator("palabre-thread")).toHaveCount(1);
  expect(await page.evaluate(() => globalThis.same)).toBe(true); // the page was never loaded anew
  await ready(page);
  // A visit that overtakes another aborts its request, and Turbo leaves that unheard now and then; our requests are heard.
  const others = complaints.filter((one) => !one.includes("signal is aborted"));
  complaints.splice(0, complaints.length, ...others);
});
