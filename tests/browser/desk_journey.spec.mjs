// The desk on the real server, from the link that `serve` tells to the log's last line: a new owner's first quarter of an
// hour by keyboard, and two moderators at once.
import { test as base, expect } from "@playwright/test";
import { comment, ready, write } from "./fixtures.mjs";
import { Palabre } from "./palabre.mjs";

const owner = { name: "Amélie Durand", email: "amelie@blog.example", password: "a short sentence" };
const article = "/demo/articles/old-bicycle.html";
const held = "Two shops that help: https://pills.example/a and https://www.pills.example/b";

// Each test has a server that nobody has set up yet.
const test = base.extend({
  palabre: async ({}, use) => {
    const palabre = await Palabre.start();
    await use(palabre);
    await palabre.end();
  },
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    const thrown = [];
    context.on("weberror", (error) => thrown.push(error.error().message));
    await use(context);
    await context.close();
    expect(thrown).toEqual([]);
  },
});

const row = (page, name) => page.locator(".d-rows").getByRole("link", { name: new RegExp(`^${name}`) });
const entry = (page, words) => page.getByRole("main").getByRole("listitem").filter({ hasText: words });

async function type(page, ...fields) {
  for (const [label, words] of fields) {
    await expect(page.getByRole("textbox", { name: label, exact: true })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
}

/** Opens a link that was made for a person, who gives a name, an address and a password, and presses Enter. */
async function join(page, link, title, person) {
  await page.goto(link);
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeFocused();
  await page.keyboard.press("Tab");
  await type(page, ["Your name", person.name], ["E-mail address", person.email], ["Password", person.password]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Queue", level: 1 })).toBeFocused();
}

async function go(page, place) {
  const link = page.getByRole("navigation", { name: "Palabre" }).getByRole("link", { name: new RegExp(`^${place}`) });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}

/** What somebody who just came reads in the article. */
async function expectInPage(browser, palabre, words, count) {
  const reader = await browser.newPage();
  await expect(async () => {
    await reader.goto(palabre.url + article);
    await ready(reader);
    await expect(comment(reader, words)).toHaveCount(count, { timeout: 1000 });
  }).toPass();
  await reader.close();
}

test("a new owner: set-up link, a comment held, approved, seen, undone, a rule of it, and the log", async ({
  page,
  palabre,
  browser,
}) => {
  test.setTimeout(90_000);
  const link = await palabre.setupLink();
  await join(page, link, "Welcome to your desk", owner);
  expect(page.url()).not.toContain("setup");
  await expect(page.getByText("Nothing is waiting for you.")).toBeVisible();

  const reader = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await reader.goto(palabre.url + article);
  await ready(reader);
  await write(reader, { name: "Paul", body: held });
  await expect(comment(reader, "Two shops")).toBeVisible(); // their own
  await expectInPage(browser, palabre, "Two shops", 0);

  await expect(row(page, "Paul")).toBeVisible(); // it came by itself
  await expect(page.getByText("Nothing is waiting for you.")).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(row(page, "Paul")).toBeFocused();
  await expect(page.getByRole("region", { name: "Why it is here" })).toContainText("2 links");
  await expect(page.locator("mark").first()).toContainText("https://pills.example/a");
  await page.keyboard.press("a");
  await expect(row(page, "Paul")).toHaveCount(0);
  await expect(page.getByText("Published: the comment by Paul.").first()).toBeVisible();
  await expectInPage(browser, palabre, "Two shops", 1);
  await page.keyboard.press("u");
  await expect(row(page, "Paul")).toBeFocused();
  await expectInPage(browser, palabre, "Two shops", 0);

  const rule = page.getByRole("button", { name: "Always hold links to pills.example" });
  await rule.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Links to pills.example are held from now on.").first()).toBeVisible();
  await palabre.post(article, { name: "Zoé", body: "Only this one: https://pills.example/c" });
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();

  await go(page, "Log");
  await expect(entry(page, "set up the desk")).toBeVisible();
  const told = ["made a rule", "undid", "approved", "signed in", "set up the desk"];
  const all = await page.getByRole("main").getByRole("listitem").allTextContents();
  const places = told.map((words) => all.findIndex((text) => text.includes(words)));
  expect(places).toEqual([...places].sort((a, b) => a - b)); // the newest first
  expect(places).not.toContain(-1);
  await expect(entry(page, "made a rule").first()).toContainText("Blocked domains: 1 added (pills.example)");
  await expect(entry(page, "approved").first()).toContainText(owner.name);

  const stranger = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("alert")).toContainText("used already");
  await expect(stranger.getByRole("textbox")).toHaveCount(0);

  const out = page.getByRole("button", { name: "Sign out", exact: true });
  await out.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  await page.goto(`${palabre.url}/admin`);
  await type(page, ["E-mail address", owner.email], ["Password", "not the sentence"]);
  const password = page.getByRole("textbox", { name: "Password" });
  await password.press("Enter");
  await expect(password).toHaveAccessibleDescription(/do not go together/);
  await expect(password).toBeFocused();
  await password.fill(owner.password);
  await page.keyboard.press("Enter");
  await expect(row(page, "Zoé")).toBeVisible();
});

test("two moderators: an invitation, who looks at what, and who was faster", async ({ page, palabre, browser }) => {
  test.setTimeout(90_000);
  await join(page, await palabre.setupLink(), "Welcome to your desk", owner);
  await go(page, "Team");
  await page.getByRole("textbox", { name: /^Their e-mail address/ }).fill("basile@blog.example");
  await page.keyboard.press("Enter");
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.getByRole("button", { name: "Close" }).click();

  for (const [name, body] of [
    ["Ada", "First: https://one.example/a and https://two.example/b"],
    ["Bela", "Second: https://three.example/a and https://four.example/b"],
  ]) {
    expect((await palabre.post(article, { name, body })).status).toBe(201);
  }
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole("textbox", { name: "E-mail address" })).toHaveValue("basile@blog.example");
  await other.getByRole("textbox", { name: "Your name" }).fill("Basile");
  await other.getByRole("textbox", { name: "Password" }).fill("another sentence");
  await other.keyboard.press("Enter");
  await expect(row(other, "Ada")).toBeVisible();
  await go(page, "Queue");
  await expect(row(page, "Ada")).toBeVisible();

  await other.keyboard.press("j");
  await expect(row(other, "Ada")).toBeFocused();
  await expect(row(page, "Ada")).toContainText("Basile is here", { timeout: 15_000 });

  await page.keyboard.press("j");
  // The news is late, and what was asked before has been answered.
  const late = page.waitForEvent("requestfailed", { predicate: (request) => request.url().includes("/admin/changes") });
  await page.route("**/admin/changes*", (route) => route.abort());
  await late;
  await other.keyboard.press("d");
  await expect(row(other, "Ada")).toHaveCount(0);
  await expect
    .poll(async () => {
      const asked = await other.evaluate(() => fetch("/api/v1/admin/queue?tab=removed").then((one) => one.json()));
      return asked.items.length;
    })
    .toBe(1);
  await page.keyboard.press("a");
  await expect(page.getByText("The comment by Ada: Basile was faster. It is now: Deleted.").first()).toBeVisible();
  await expectInPage(browser, palabre, "First:", 0);
  await page.unroute("**/admin/changes*");

  await go(page, "Team");
  await page.getByRole("button", { name: /^Remove Basile/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(page.getByText("Removed from the team.").first()).toBeVisible(); // it is also said aloud
  await other.keyboard.press("a"); // of Bela, by somebody who is no member any more
  await expect(other.getByRole("heading", { name: /^Sign in/ })).toBeVisible();
  await expectInPage(browser, palabre, "Second:", 0);
  await context.close();
});
