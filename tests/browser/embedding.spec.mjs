// What a site's owner does with the tag, and what they are told when it can't work.
import http from "node:http";
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
      expect(complaints.filter((one) => one.includes(command))).toHaveLength(1);
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
});
