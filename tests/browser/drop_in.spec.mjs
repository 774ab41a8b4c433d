// Other systems' pages, written from their documentation, with nothing changed but the tag.
import { comment, expect, ready, test } from "./fixtures.mjs";

async function open(page, palabre, file) {
  await page.goto(`${palabre.url}/demo/pages/drop_in/${file}.html`);
}

const cases = [
  { system: "Disqus: its identifier", file: "disqus", key: "article-42", place: "#disqus_thread" },
  { system: "Disqus: its address", file: "disqus_url", key: "/articles/bread", place: "#disqus_thread" },
  { system: "Remark42", file: "remark42", key: "/articles/remark", place: "#remark42", lang: "fr", theme: "dark" },
  { system: "Isso", file: "isso", key: "/articles/isso", place: "#isso-thread" },
  { system: "Commento", file: "commento", key: "/articles/commento", place: "#commento" },
  { system: "Comentario", file: "comentario", key: "/articles/comentario", place: "comentario-comments" },
  { system: "giscus: a term", file: "giscus", key: "Bread of the village", place: ".giscus" },
  { system: "giscus: a path", file: "giscus_path", key: "demo/pages/drop_in/giscus_path", place: ".giscus" },
];

for (const { system, file, key, place, lang = "en", theme = "light" } of cases) {
  test(`${system}: the thread is where it was, and is that page's`, async ({ page, palabre }) => {
    const body = `Said on ${key} ${Date.now()}`;
    await palabre.post(key, { name: "Karim", body });
    await open(page, palabre, file);
    await ready(page);
    await expect(comment(page.locator(place), body)).toBeVisible();
    await expect(page.locator(`${place} [data-live]`)).toHaveAttribute("data-theme", theme);
    await expect(page.locator(`${place} section.p-thread`)).toHaveAttribute("lang", lang);
    await expect(page.locator("palabre-thread")).toHaveCount(1);
  });
}

test("Disqus: a list gets its numbers in words, and no thread", async ({ page, palabre }) => {
  await palabre.post("article-42", { body: `One more ${Date.now()}` });
  await palabre.post("/articles/bread", { body: `One more ${Date.now()}` });
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await open(page, palabre, "disqus_counts");
  await expect(page.locator("#by-url")).toHaveText("0 comments");
  await expect(page.locator("#by-address")).toHaveText(/^\d+ comments?$/);
  await expect(page.locator("#by-identifier")).toHaveText(/^\d+ comments?$/);
  await expect(page.locator("palabre-thread")).toHaveCount(0);
  expect(requests.filter((path) => path.endsWith("/counts"))).toHaveLength(1);
  expect(requests.filter((path) => path.endsWith("/thread"))).toHaveLength(0);
});

test("Disqus: DISQUS.reset() leads to another page's thread", async ({ page, palabre }) => {
  await palabre.post("article-43", { body: "Of the next article" });
  await open(page, palabre, "disqus");
  await ready(page);
  await page.waitForFunction(() => "DISQUS" in globalThis);
  await page.evaluate(() =>
    globalThis.DISQUS.reset({
      reload: true,
      config() {
        this.page.identifier = "article-43";
      },
    }),
  );
  await expect(comment(page.locator("#disqus_thread"), "Of the next article")).toBeVisible();
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { id: "late", href: "/x#disqus_thread" });
    link.dataset.disqusIdentifier = "article-43";
    document.body.append(link);
    globalThis.DISQUSWIDGETS.getCount({ reset: true });
  });
  await expect(page.locator("#late")).toHaveText("1 comment");
});

test("Remark42: counters are numbers", async ({ page, palabre }) => {
  await palabre.post("/articles/remark", { body: `One more ${Date.now()}` });
  await open(page, palabre, "remark42");
  await expect(page.locator("#count")).toHaveText(/^\d+$/);
  await expect(page.locator("#own")).toHaveText(await page.locator("#count").innerText());
});

test("Remark42: createInstance() of an application", async ({ page, palabre }) => {
  await palabre.post("/app/one", { body: "Of the application" });
  await open(page, palabre, "remark42_app");
  await page.waitForFunction(() => "REMARK42" in globalThis);
  await expect(page.locator("palabre-thread")).toHaveCount(0);
  await page.evaluate(() => {
    const node = document.querySelector("#place");
    globalThis.made = globalThis.REMARK42.createInstance({
      node,
      site_id: "blog",
      url: "https://blog.example/app/one",
    });
  });
  await expect(comment(page.locator("#place"), "Of the application")).toBeVisible();
  await page.evaluate(() => globalThis.REMARK42.changeTheme("dark"));
  await expect(page.locator("#place .p-root")).toHaveAttribute("data-theme", "dark");
  await page.evaluate(() => globalThis.made.destroy());
  await expect(page.locator("palabre-thread")).toHaveCount(0);
});

test("Isso, Commento, Comentario: counters", async ({ page, palabre }) => {
  await palabre.post("/articles/isso-two", { body: `One more ${Date.now()}` });
  await palabre.post("/articles/isso", { body: `One more ${Date.now()}` });
  await palabre.post("/articles/commento", { body: `One more ${Date.now()}` });
  await palabre.post("/articles/comentario", { body: `One more ${Date.now()}` });
  await open(page, palabre, "isso");
  await expect(page.locator("#by-id")).toHaveText(/^\d+ comments?$/);
  await expect(page.locator("#by-address")).toHaveText(/^\d+ comments?$/);
  await open(page, palabre, "commento");
  await expect(page.locator("#link")).toHaveText(/^\d+ comments?$/);
  await open(page, palabre, "comentario");
  await expect(page.locator("#count")).toHaveText(/^\(\d+\)$/);
  await expect(page.locator("#none")).toHaveText("be the first");
});

test("every element with data-palabre has its own thread", async ({ page, palabre }) => {
  await palabre.post("/own/one", { body: "In the first" });
  await palabre.post("/own/two", { body: "In the second" });
  await open(page, palabre, "data_palabre");
  await expect(comment(page.locator("#one"), "In the first")).toBeVisible();
  await expect(comment(page.locator("#two"), "In the second")).toBeVisible();
  await expect(page.locator("#two .p-root")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("#two section.p-thread")).toHaveAttribute("lang", "fr");
  await expect(page.locator("palabre-thread")).toHaveCount(2);
});

test("a page that only counts has no thread; what comes later is counted when asked", async ({ page, palabre }) => {
  await palabre.post("/own/three", { body: "One" });
  await open(page, palabre, "data_palabre_counts");
  await expect(page.locator("#address")).toHaveText(/^\d+$/);
  await expect(page.locator("palabre-thread")).toHaveCount(0);
  const batches = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith("/counts")) batches.push(searchParams.getAll("page").length);
  });
  await page.evaluate(async () => {
    for (let i = 0; i < 450; i += 1) {
      const place = document.createElement("b");
      place.dataset.palabreCount = i === 449 ? "/own/three" : `/own/late-${i}`;
      document.body.append(place);
    }
    await globalThis.Palabre.count();
  });
  await expect(page.locator("b").last()).toHaveText("1");
  await expect(page.locator("b").first()).toHaveText("0");
  expect(batches.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...batches)).toBeLessThanOrEqual(200);
});
