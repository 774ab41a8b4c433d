// Slow, broken and lost networks; servers that are down; threads that nobody looks at.
import { registerSite } from "./elsewhere.mjs";
import { comment, expect, form, freshPage, ready, test, write } from "./fixtures.mjs";
import { Palabre } from "./palabre.mjs";

test("a server that is down: the thread comes by itself when it is up", async ({ page, elsewhere, complaints }) => {
  const own = await Palabre.start();
  await registerSite(own, "elsewhere", elsewhere.url);
  await own.post("/down", { site: "elsewhere", name: "Karim", body: "Back by itself" });
  const tag = `<script async src="${own.url}/embed.js" data-site="elsewhere"></script>`;
  const url = elsewhere.page("/down", `<h1>Down</h1>${tag}`);
  await page.route(`${own.url}/embed.js`, async (route) => {
    const response = await route.fetch();
    await own.stop();
    await route.fulfill({ response });
  });
  await page.goto(url);
  await expect(page.getByRole("alert")).toHaveText("The comments could not be loaded.");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await own.resume();
  await expect(comment(page, "Back by itself")).toBeVisible();
  await ready(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
  // Once for the owner, however often it was tried.
  expect(complaints.filter((one) => one.includes("did not answer"))).toHaveLength(1);
  complaints.length = 0;
  await own.end();
});

test("the network comes back: asked again at once", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "After the tunnel" });
  await page.clock.install(); // time stands still: only the browser's word can start it
  let reachable = false;
  await page.route("**/api/v1/thread*", (route) => (reachable ? route.continue() : route.abort()));
  await page.goto(url);
  await expect(page.getByRole("alert")).toBeVisible();
  reachable = true;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(comment(page, "After the tunnel")).toBeVisible();
  complaints.length = 0;
});

test("waits get longer, up to a minute", async ({ page, palabre, complaints }) => {
  await page.addInitScript(() => {
    globalThis.waits = [];
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (task, delay, ...rest) => {
      if (delay >= 2000) globalThis.waits.push(delay / 1000);
      return setTimeout(task, delay >= 2000 ? 1 : delay, ...rest);
    };
  });
  await page.route("**/api/v1/thread*", (route) => route.abort());
  await page.goto(freshPage(palabre).url);
  await page.waitForFunction(() => globalThis.waits.length >= 7);
  expect(await page.evaluate(() => globalThis.waits.slice(0, 7))).toEqual([2, 4, 8, 16, 32, 60, 60]);
  await expect(page.getByRole("alert")).toHaveText("The comments could not be loaded.");
  await page.unroute("**/api/v1/thread*");
  await ready(page);
  complaints.length = 0;
});

test("a refusal that only its owner can end is not asked again", async ({ page, palabre, elsewhere, complaints }) => {
  await page.clock.install();
  let asked = 0;
  page.on("request", (request) => (asked += request.url().includes("/api/v1/thread") ? 1 : 0));
  const url = elsewhere.page("/refused", `<script async src="${palabre.url}/embed.js" data-site="nosuch"></script>`);
  await page.goto(url);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.clock.runFor(300_000);
  expect(asked).toBe(1);
  complaints.length = 0;
});

test("offline while writing: the text stays, and goes when the network is back", async ({
  page,
  palabre,
  complaints,
}) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await page.context().setOffline(true);
  await write(page, { name: "Zoé", body: "Written in a tunnel" });
  await expect(page.getByRole("alert").filter({ hasText: "The server did not answer" })).toBeVisible();
  const body = form(page, "Write a comment").getByRole("textbox", { name: "Your comment" });
  await expect(body).toHaveValue("Written in a tunnel");
  await page.context().setOffline(false);
  await form(page, "Write a comment").getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "Written in a tunnel").getByRole("button", { name: "Edit" })).toBeVisible();
  complaints.length = 0;
});

for (const file of ["palabre.js", "palabre.wasm"]) {
  test(`the network loses ${file} once: the thread becomes live all the same`, async ({
    page,
    palabre,
    complaints,
  }) => {
    const { url, key } = freshPage(palabre);
    await palabre.post(key, { name: "Karim", body: "Readable meanwhile" });
    let lost = 0;
    await page.route(`**/${file}*`, (route) => (++lost === 1 ? route.abort() : route.continue()));
    await page.goto(url);
    await expect(comment(page, "Readable meanwhile")).toBeVisible();
    await write(page, { name: "Zoé", body: "Pressed too early" });
    await expect(comment(page, "Pressed too early").getByRole("button", { name: "Edit" })).toBeVisible();
    expect(lost).toBeGreaterThan(1);
    complaints.length = 0;
  });
}

test("a thread far below is words only, until it is near", async ({ page, palabre, elsewhere }) => {
  await palabre.post("/far", { site: "elsewhere", name: "Karim", body: "Far below" });
  const tag = `<script async src="${palabre.url}/embed.js" data-site="elsewhere"></script>`;
  const url = elsewhere.page("/far", `<h1>Long</h1><div style="height: 6000px"></div>${tag}`);
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  await page.goto(url);
  await expect(comment(page, "Far below")).toBeAttached();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3000 })));
  expect(files).not.toContain("/palabre.js");
  await page.evaluate(() => scrollTo(0, 4500)); // within a screen of it
  await ready(page);
  expect(files).toContain("/palabre.wasm");
});

test("a thread far below becomes live when somebody gets into it by keyboard", async ({ page, palabre, elsewhere }) => {
  await palabre.post("/far-too", { site: "elsewhere", name: "Karim", body: "Far below" });
  const tag = `<script async src="${palabre.url}/embed.js" data-site="elsewhere"></script>`;
  const url = elsewhere.page("/far-too", `<h1>Long</h1><div style="height: 6000px"></div>${tag}`);
  await page.goto(url);
  await expect(comment(page, "Far below")).toBeAttached();
  await page.keyboard.press("Tab");
  await ready(page);
});
