// What is mounted and destroyed leaves nothing in memory.
import { expect, freshPage, ready, test } from "./fixtures.mjs";

async function inMemory(session) {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

async function mountAndDestroy(times) {
  const place = document.createElement("div");
  document.body.prepend(place); // in the window, or the module would not be asked for
  for (let i = 0; i < times; i += 1) {
    globalThis.Palabre.mount(place, { page: location.pathname + location.search });
    while (!place.firstElementChild.shadowRoot.querySelector("[data-live]"))
      await new Promise((resolve) => setTimeout(resolve, 5));
    globalThis.Palabre.destroy(place);
  }
  place.remove();
}

test("the heap is the same after 100 times mount and destroy", async ({ page, palabre }) => {
  test.setTimeout(120_000);
  const { url, key } = freshPage(palabre);
  for (let i = 0; i < 20; i += 1) await palabre.post(key, { body: `Number ${i}.` });
  await page.goto(url);
  await ready(page);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(mountAndDestroy, 10);
  const before = await inMemory(session);
  await page.evaluate(mountAndDestroy, 100);
  const after = await inMemory(session);
  expect(after.heap).toBeLessThan(before.heap * 1.05);
  expect(after.nodes).toBeLessThan(before.nodes * 1.05 + 20);
  expect(after.listeners).toBeLessThan(before.listeners * 1.05 + 5);
});
