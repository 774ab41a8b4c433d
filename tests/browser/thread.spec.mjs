import { comment, expect, form, freshPage, ready, test, write } from "./fixtures.mjs";

const written = "Un **marché** le dimanche, c’est _oui_ 🥖 ! Voir https://example.org/é";

test("a reader reads what others wrote", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  expect((await palabre.post(key, { name: "Karim", body: "First words" })).status).toBe(201);
  expect((await palabre.post(key, { name: "Zoé", body: "Second words" })).status).toBe(201);
  await page.goto(url);
  await expect(comment(page, "First words").getByRole("heading", { name: "Karim" })).toBeVisible();
  await expect(comment(page, "Second words").getByRole("heading", { name: "Zoé" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 comments" })).toBeVisible();
});

test("the example articles show their sample comments in their language", async ({ page, palabre }) => {
  await page.goto(`${palabre.url}/demo/articles/marche-du-samedi.html`);
  await ready(page);
  await expect(page.getByRole("heading", { name: /^\d+ commentaires?$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Répondre à/ }).first()).toBeVisible();
});

test("Markdown, an emoji and accents come out as written", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await write(page, { name: "Élodie 🌳", body: written });
  const mine = comment(page, "Un marché le dimanche, c’est oui 🥖 !");
  await expect(mine.getByRole("heading", { name: "Élodie 🌳" })).toBeVisible();
  await expect(mine.locator("strong")).toHaveText("marché");
  await expect(mine.locator("em")).toHaveText("oui");
  const link = mine.getByRole("link", { name: "https://example.org/é" });
  await expect(link).toHaveAttribute("rel", "nofollow ugc noopener");
  await expect(page.getByText("Your comment is published.")).toBeAttached();
  await expect(form(page, "Write a comment").getByRole("textbox", { name: "Your comment" })).toHaveValue("");
});

test("reply, edit, delete, and all of it after a reload", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  await page.goto(url);
  await ready(page);

  await page.getByRole("button", { name: "Reply to Karim" }).click();
  const reply = form(page, "Write a reply");
  await expect(reply.getByRole("textbox", { name: "Your comment" })).toBeFocused();
  await reply.getByRole("textbox", { name: "Your comment" }).fill("An answer");
  await reply.getByRole("textbox", { name: "Name" }).fill("Zoé");
  await reply.getByRole("button", { name: "Publish" }).click();
  await expect(reply).toHaveCount(0);
  const answer = comment(page, "A question").getByRole("article").filter({ hasText: "An answer" });
  await expect(answer.getByRole("button", { name: "Edit" })).toBeVisible();

  await answer.getByRole("button", { name: "Edit" }).click();
  await form(page, "Edit your comment").getByRole("textbox", { name: "Your comment" }).fill("A better answer");
  await form(page, "Edit your comment").getByRole("button", { name: "Save" }).click();
  await expect(comment(page, "A better answer").getByText(/^edited/)).toBeVisible();

  await page.reload();
  await ready(page);
  await expect(page.getByText("An answer", { exact: true })).toHaveCount(0);
  const kept = comment(page, "A better answer");
  await kept.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(kept).toBeVisible();
  await kept.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("A better answer")).toHaveCount(0);
  await expect(page.getByText("Comment deleted.")).toHaveCount(0);

  await page.reload();
  await ready(page);
  await expect(comment(page, "A question")).toBeVisible();
  await expect(page.getByText("A better answer")).toHaveCount(0);
});

test("others cannot edit what I wrote", async ({ page, palabre, browser }) => {
  const { url } = freshPage(palabre);
  await page.goto(url);
  await ready(page);
  await write(page, { name: "Zoé", body: "Mine alone" });
  await expect(comment(page, "Mine alone").getByRole("button", { name: "Edit" })).toBeVisible();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(url);
  await ready(stranger);
  await expect(comment(stranger, "Mine alone").getByRole("button", { name: "Reply to Zoé" })).toBeVisible();
  await expect(comment(stranger, "Mine alone").getByRole("button", { name: "Edit" })).toHaveCount(0);
  await stranger.context().close();
});

test("the order can be changed", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  for (const body of ["one", "two", "three"]) await palabre.post(key, { body });
  await page.goto(url);
  await ready(page);
  const order = () => page.getByRole("article").locator("p").allTextContents();
  await expect.poll(order).toEqual(["three", "two", "one"]);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("oldest");
  await expect.poll(order).toEqual(["one", "two", "three"]);
});

test("the index of the blog counts the comments", async ({ page, palabre }) => {
  const key = "/demo/articles/old-bicycle.html";
  const answer = await fetch(`${palabre.url}/api/v1/counts?site=demo&page=${encodeURIComponent(key)}`);
  const { counts } = await answer.json();
  await page.goto(`${palabre.url}/demo/`);
  await expect(page.locator(`[data-palabre-count="${key}"]`)).toHaveText(new RegExp(`^${counts[0].comments}\\b`));
});
