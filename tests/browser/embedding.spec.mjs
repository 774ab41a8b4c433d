// What a site's owner does with the tag, and what they are told when it can't work.
import http from "node:http";
import { registerSite } from "./elsewhere.mjs";
import { comment, expect, form, freshPage, ready, test, write } from "./fixtures.mjs";

// Somebody else's site: one page with our tag, on an origin that the demo site does not list.
async function elsewhere(palabre, site, task) {
  const page =
    '<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><main>' +
    `<div id="here"></div><script async src="${palabre.url}/embed.js" data-site="${site}" data-target="#here"></script>`;
  const server = http.createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  await task(`http://127.0.0.1:${server.address().port}`);
  server.close();
  server.closeAllConnections();
}

for (const [site, said] of [
  ["demo", "Comments are not allowed from this address."],
  ["nosuch", "Comments are not set up for this site."],
]) {
  test(`the owner learns why there are no comments: ${site}`, async ({ page, palabre, complaints }) => {
    await elsewhere(palabre, site, async (origin) => {
      await page.goto(origin);
      await expect(page.getByRole("alert")).toContainText(said);
      await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
      const command = `palabre site add ${site} --origin ${origin}`;
      await expect.poll(() => complaints.filter((one) => one.includes(command))).toHaveLength(1);
    });
    complaints.length = 0;
  });
}

test("a server that comes back is asked again, and the focus goes on", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Back again" });
  let down = true;
  await page.route("**/api/v1/thread*", (route) => (down ? route.abort() : route.continue()));
  await page.goto(url);
  await expect(page.getByRole("alert")).toHaveText("The comments could not be loaded.");
  down = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(comment(page, "Back again")).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 comment" })).toBeFocused();
  complaints.length = 0;
});

test("two threads on a page are both painted, and live apart", async ({ page, palabre }) => {
  await page.goto(`${palabre.url}/demo/pages/several.html`);
  for (const id of ["first", "second"]) {
    await expect(page.locator(`#${id} .p-root[data-live]`)).toHaveAttribute("data-paint", "on");
    await expect(page.locator(`#${id} canvas`)).toHaveCount(1);
    const painted = () =>
      page.locator(`#${id} canvas`).evaluate((canvas) => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
        copy.drawImage(canvas, 0, 0);
        return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
      });
    await expect.poll(painted).toBe(true);
  }
  await write(page.locator("#first"), { name: "Zoé", body: "Only in the first" });
  await expect(
    comment(page.locator("#first"), "Only in the first").getByRole("button", { name: "Edit" }),
  ).toBeVisible();
  await expect(page.locator("#second").getByText("Only in the first")).toHaveCount(0);
  await expect(page.locator("#second").getByRole("form", { name: "Écrire un commentaire" })).toBeVisible();
});

test("mount, update and destroy leave nothing behind, and one drawing context", async ({ page, palabre }) => {
  test.slow(); // eighteen threads, two more than the contexts that a browser keeps
  const warnings = [];
  page.on("console", (message) => warnings.push(message.text()));
  await page.goto(`${palabre.url}/demo/pages/several.html`);
  await expect(page.locator("#second .p-root[data-live]")).toBeAttached();
  const left = await page.evaluate(async () => {
    const { Palabre } = globalThis;
    const place = document.createElement("div");
    document.body.append(place);
    const painted = () => place.firstElementChild?.shadowRoot.querySelector('.p-root[data-paint="on"]');
    for (let i = 0; i < 9; i += 1) {
      const thread = Palabre.mount(place, { page: "/several-first" });
      if (Palabre.mount(place, {}) !== thread) return "mounted twice";
      while (!painted()) await new Promise((resolve) => setTimeout(resolve, 5));
      Palabre.update(place, { lang: "fr" });
      while (!painted()) await new Promise((resolve) => setTimeout(resolve, 5));
      Palabre.destroy(place);
      Palabre.destroy(place);
    }
    return place.innerHTML;
  });
  expect(left).toBe("");
  expect(warnings).toEqual([]); // a browser that drops a context says so
});

test("letters are as large as the page's, whatever its rem is", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre, "small_rem.html");
  await palabre.post(key, { name: "Karim", body: "As large as the rest" });
  await page.goto(url);
  await ready(page);
  await expect(page.getByText("As large as the rest")).toHaveCSS("font-size", "18px");
  await expect(form(page, "Write a comment").getByRole("button", { name: "Publish" })).toHaveCSS("min-height", "45px");
  await expect(page.locator("palabre-thread")).toHaveCSS("margin-top", "45px");
});

test("mounted outside of the page, twice, moved, changed and destroyed", async ({ page, palabre }) => {
  await palabre.post("/api/one", { name: "Karim", body: "Of page one" });
  await palabre.post("/api/two", { name: "Karim", body: "Of page two" });
  await page.goto(`${palabre.url}/demo/pages/no_thread.html`);
  await page.waitForFunction(() => globalThis.Palabre);
  await page.evaluate(() => {
    const place = Object.assign(document.createElement("section"), { id: "made" });
    globalThis.place = place;
    globalThis.handle = globalThis.Palabre.mount(place, { page: "/api/one", title: undefined });
  });
  // The words come before there is a place for them.
  await page.waitForFunction(() => globalThis.handle.shadowRoot.querySelector("article"));
  await page.evaluate(() => document.body.append(globalThis.place));
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("style", /--p-rem: \d/);
  const body = page.getByRole("textbox", { name: "Your comment" });
  await body.fill("Half a thought");
  expect(
    await page.evaluate(() => {
      const { Palabre, place, handle } = globalThis;
      const same = [Palabre.mount(place), Palabre.mount("#made"), Palabre.mount(handle)].every((one) => one === handle);
      document.body.prepend(place); // moved
      Palabre.update(place, { page: "/api/one" }); // nothing is different
      return same;
    }),
  ).toBe(true);
  await expect(body).toHaveValue("Half a thought");
  await expect(page.locator(".p-root[data-live]")).toBeAttached();
  await page.evaluate(() => globalThis.handle.update({ theme: "dark" }));
  await expect(page.locator(".p-root")).toHaveAttribute("data-theme", "dark");
  await expect(body).toHaveValue("Half a thought");
  await page.evaluate(() => globalThis.handle.update({ page: "/api/two", lang: "fr" }));
  await expect(comment(page, "Of page two")).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 commentaire" })).toBeVisible();
  await page.evaluate(() => globalThis.handle.update({ page: "/api/one", lang: "en" }));
  await expect(body).toHaveValue("Half a thought"); // the draft of that page
  await page.evaluate(() => globalThis.Palabre.destroy("#made"));
  await expect(page.locator("#made")).toBeEmpty();
});

test("taken out of the page and put back later, a thread goes on", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Still there" });
  await page.goto(url);
  await ready(page);
  await page.evaluate(async () => {
    const thread = document.querySelector("palabre-thread");
    globalThis.parent = thread.parentNode;
    globalThis.thread = thread;
    thread.remove();
    await new Promise((resolve) => setTimeout(resolve));
    globalThis.ended = thread.shadowRoot.childElementCount === 0;
    globalThis.parent.append(thread);
  });
  expect(await page.evaluate(() => globalThis.ended)).toBe(true);
  await ready(page);
  await expect(comment(page, "Still there")).toBeVisible();
  await page.locator("palabre-thread").evaluate((thread) => (thread.dataset.lang = "fr"));
  await expect(page.getByRole("heading", { name: "1 commentaire" })).toBeVisible();
});

test("owners are told their mistakes", async ({ page, palabre, elsewhere, complaints }) => {
  await page.goto(`${palabre.url}/demo/pages/no_thread.html`);
  await page.waitForFunction(() => globalThis.Palabre);
  const thrown = await page.evaluate(() => {
    try {
      globalThis.Palabre.mount("#nowhere");
    } catch (error) {
      return error.message;
    }
  });
  expect(thrown).toContain("#nowhere");
  const tag = `<script src="${palabre.url}/embed.js" data-site="elsewhere" data-target="#nowhere"></script>`;
  await page.goto(elsewhere.page("/nowhere", tag));
  await expect.poll(() => complaints.join()).toContain("#nowhere");
  complaints.length = 0;
});

test("without a shadow root the page's own styles are the stronger ones", async ({ page, palabre }) => {
  await palabre.post("/demo/pages/light_dom.html", { name: "Karim", body: "In the page's own clothes" });
  await page.goto(`${palabre.url}/demo/pages/light_dom.html`);
  await ready(page);
  const body = page.locator("palabre-thread .p-body").first();
  await expect(body).toHaveCSS("color", "rgb(1, 2, 3)"); // a bare `p-body` rule of the page
  await expect(page.locator("palabre-thread .p-button-primary")).toHaveCSS("border-radius", "0px"); // a bare `button` rule
  await expect(page.locator("palabre-thread .p-fields")).toHaveCSS("display", "grid"); // ours, where the page says nothing
  await expect(page.locator("h1")).toHaveCSS("font-size", "32px"); // nothing of ours reaches the page
  await write(page, { name: "Zoé", body: "Live without a shadow" });
  await expect(comment(page, "Live without a shadow").getByRole("button", { name: "Edit" })).toBeVisible();
  const id = await comment(page, "Live without a shadow").getAttribute("id");
  await page.goto(`${palabre.url}/demo/pages/light_dom.html?again#${id}`);
});

test("without styles of ours at all", async ({ page, palabre }) => {
  await page.goto(`${palabre.url}/demo/pages/light_dom_bare.html`);
  await ready(page);
  await expect(page.locator("palabre-thread .p-fields")).toHaveCSS("display", "block");
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("a page with scripts from another century", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "All the same" });
  await page.addInitScript(() => {
    Array.prototype.each = function () {}; // as old libraries did: found by for…in
    Object.prototype.extended = function () {};
  });
  await page.goto(url);
  await ready(page);
  await write(page, { name: "Zoé", body: "Among old scripts" });
  await expect(comment(page, "Among old scripts").getByRole("button", { name: "Edit" })).toBeVisible();
});

test("in a sandboxed frame: reads, and writes where its owner listed null", async ({
  page,
  palabre,
  elsewhere,
  complaints,
}) => {
  await registerSite(palabre, "boxed", "null", elsewhere.url);
  for (const [site, may] of [
    ["boxed", true],
    ["elsewhere", false],
  ]) {
    await palabre.post("/boxed", { site, name: "Karim", body: `Read in a box of ${site}` });
    elsewhere.page(
      "/boxed-inner",
      `<script src="${palabre.url}/embed.js" data-site="${site}" data-page="/boxed"></script>`,
    );
    const frame = `<iframe sandbox="allow-scripts allow-forms" src="/boxed-inner" width="900" height="900"></iframe>`;
    await page.goto(elsewhere.page("/boxed-outer", frame));
    const inside = page.frameLocator("iframe");
    await expect(comment(inside, `Read in a box of ${site}`)).toBeVisible();
    await ready(inside);
    await write(inside, { name: "Zoé", body: "Written in a box" });
    if (may) await expect(comment(inside, "Written in a box").getByRole("button", { name: "Edit" })).toBeVisible();
    else await expect(inside.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  }
  complaints.length = 0; // the browser's own lines about the refused request
});
