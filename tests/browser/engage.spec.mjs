// Polls, contests and announcements as readers meet them, on the real server.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Owner } from "./engage.mjs";
import { expect, freshPage, test } from "./fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const trees = ["Oak", "Birch", "Pine"];

const poll = (page) => page.getByRole("article", { name: "Which tree should stand in the square?" });
const live = (page) => expect(page.locator(".p-engage[data-live]").first()).toBeAttached();

/** What is painted lies under what a frame has shown: right after a press the words may be ahead of it. */
const frameShown = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function violations(page) {
  await frameShown(page);
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    globalThis.axe.run(document, { rules: { region: { enabled: false } } }),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("two readers vote and both see the bars move", async ({ page, palabre, browser }) => {
  test.setTimeout(90_000);
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await owner.poll(key, trees);
  await page.goto(url);
  await live(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(url);
  await live(other);

  await poll(page).getByRole("radio", { name: "Oak" }).check();
  await poll(page).getByRole("button", { name: "Vote" }).click();
  await expect(poll(page)).toContainText("Your vote: Oak");
  await expect(poll(page)).toContainText("100% · 1 vote");
  await expect(page.locator(".p-engage [aria-live=polite]")).toContainText("Thank you, your vote is in. Oak: 100%.");

  await poll(other).getByRole("radio", { name: "Birch" }).check();
  await poll(other).getByRole("button", { name: "Vote" }).click();
  await expect(poll(other)).toContainText("Your vote: Birch");
  await expect(poll(other)).toContainText("2 people voted");
  // The first reader does nothing and sees it come in.
  await expect(poll(page)).toContainText("2 people voted", { timeout: 40_000 });
  await expect(poll(page)).toContainText("50% · 1 vote");

  // One reader is one voter: back in the page the ballot is there, and it can be changed.
  await page.reload();
  await live(page);
  await expect(poll(page)).toContainText("Your vote: Oak");
  await poll(page).getByRole("button", { name: "Change your vote" }).click();
  await expect(poll(page).getByRole("radio", { name: "Oak" })).toBeChecked();
  await poll(page).getByRole("radio", { name: "Birch" }).check();
  await poll(page).getByRole("button", { name: "Vote" }).click();
  await expect(poll(page)).toContainText("100% · 2 votes");
  await other.context().close();
});

test("a vote on a slow network is sent once, and one that is lost can be sent again", async ({
  page,
  palabre,
  complaints,
}) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await owner.contest(key, { kind: "giveaway" });
  await page.goto(url);
  await live(page);
  let tries = 0;
  let lose = () => {};
  const lost = new Promise((resolve) => (lose = resolve));
  await page.route("**/entry", async (route) => {
    if (++tries > 1) return route.continue();
    await lost;
    await route.abort();
  });
  const card = page.getByRole("article", { name: "Win a book" });
  const send = card.getByRole("button", { name: "Take part" });
  await card.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await send.press("Enter");
  await expect(send).toHaveAttribute("aria-busy", "true");
  await expect(card).toContainText("Sending…");
  await send.press("Enter");
  lose();
  await expect(card.getByRole("alert")).toContainText("The server did not answer.");
  expect(tries).toBe(1);
  await expect(card.getByLabel("Name", { exact: true })).toHaveValue("Ada Lovelace");
  await send.press("Enter");
  await expect(card).toContainText("You are taking part.");
  await expect(card.getByRole("alert")).toHaveCount(0);
  complaints.length = 0; // the browser's own line about the lost request
});

test("on a phone the mark of one's vote and the figures stay in one piece", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await page.setViewportSize({ width: 320, height: 700 });
  await owner.poll(key, ["Birch, which grows fast and needs a lot of light", "Oak"]);
  await page.goto(url);
  await live(page);
  await poll(page).getByRole("radio", { name: "Birch" }).check();
  await poll(page).getByRole("button", { name: "Vote" }).click();
  await expect(poll(page).locator(".p-own-vote")).toBeVisible();
  const height = (names) =>
    poll(page)
      .locator(names)
      .first()
      .evaluate((one) => one.getBoundingClientRect().height);
  expect(await height(".p-own-vote")).toBeLessThan(30);
  expect(await height(".p-result-figures")).toBeLessThan(30);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("a ranking by keyboard alone", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await owner.poll(key, trees, { kind: "ranked", most: 3 });
  await page.goto(url);
  await live(page);
  await poll(page).getByRole("button", { name: "Move up: Pine" }).focus();
  await page.keyboard.press("Enter");
  await poll(page).getByRole("button", { name: "Move up: Oak" }).focus();
  await page.keyboard.press("Enter");
  await expect(poll(page).getByRole("combobox", { name: "Place of “Oak”" })).toHaveValue("2");
  await page.keyboard.press("Enter");
  await expect(poll(page).getByRole("combobox", { name: "Place of “Oak”" })).toHaveValue("1");
  // At its end the focus goes to the way back.
  await expect(poll(page).getByRole("button", { name: "Move down: Oak" })).toBeFocused();
  await poll(page).getByRole("button", { name: "Vote" }).focus();
  await page.keyboard.press("Enter");
  await expect(poll(page)).toContainText("Your vote: Oak › Pine");
  await expect(poll(page)).toContainText("First: Oak");
});

test("a count that readers check themselves", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await owner.poll(key, trees);
  await page.goto(url);
  await live(page);
  await poll(page).getByRole("radio", { name: "Pine" }).check();
  await poll(page).getByRole("button", { name: "Vote" }).click();
  await poll(page).getByRole("button", { name: "Check the count" }).click();
  await expect(poll(page)).toContainText("Your browser counted 1 published vote: the result is right.");
  // A server that says something else than its ballots is found out.
  await page.route("**/api/v1/polls/*/ballots", async (route) => {
    const answer = await route.fetch();
    const told = await answer.json();
    told.result.counts[0].count += 7;
    await route.fulfill({ response: answer, json: told });
  });
  await poll(page).getByRole("button", { name: "Check the count" }).click();
  await expect(poll(page)).toContainText("got another result");
});

test("a place in the page asks once, and a page without posts for nothing", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { id } = await owner.poll("", trees);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${palabre.url}/demo/pages/posts.html?poll=${id}&poll=${id}`);
  await live(page);
  await expect(poll(page)).toHaveCount(2);
  expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([`/api/v1/posts/${id}`]);
  await poll(page).first().getByRole("radio", { name: "Oak" }).check();
  await poll(page).first().getByRole("button", { name: "Vote" }).click();
  await expect(poll(page).first()).toContainText("Your vote: Oak");
  await page.reload();
  await live(page);
  await expect(poll(page).first()).toContainText("Your vote: Oak");

  const calm = await page.context().newPage(); // what the first page still asks for is not this one's
  const askedCalmly = [];
  calm.on("request", (request) => askedCalmly.push(new URL(request.url()).pathname));
  await calm.goto(`${palabre.url}/demo/pages/calm.html`);
  await expect(calm.locator("[data-live]").first()).toBeAttached();
  expect(askedCalmly.filter((path) => path.includes("engage"))).toEqual([]);
});

test("a contest from its opening to a draw that readers check", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  const { id } = await owner.contest(key);
  await page.goto(url);
  await live(page);
  const card = page.getByRole("article", { name: "Win a book" });
  await card.getByLabel("Your caption").fill("Roots and branches");
  await card.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await card.getByRole("radio", { name: "by your initials" }).check();
  await card.getByRole("button", { name: "Take part" }).click();
  await expect(card).toContainText("You are taking part. Your number: 1.");
  await expect(card).toContainText(/Your receipt: [0-9a-f]{32}/);
  const receipt = await card.locator(".p-receipt code").textContent();

  await owner.freeze(id);
  await page.reload();
  await live(page);
  await expect(card).toContainText("You took part. Your number: 1.");
  await expect(card).toContainText("1 entry in all");
  await expect(card.locator(".p-receipt code")).toHaveText(receipt);
  await card.locator("summary", { hasText: "How the draw can be checked" }).click();
  await card.getByRole("button", { name: "Check the list" }).click();
  await expect(card).toContainText("Your own entry is in the list.");

  await owner.draw(id);
  await page.reload();
  await live(page);
  await expect(card).toContainText("You have won!");
  await card.locator("summary", { hasText: "How the draw can be checked" }).click();
  await card.getByRole("button", { name: "Check the draw" }).click();
  await expect(card).toContainText("Your browser drew again from 1 entry: the draw is right.");
  await expect(card).toContainText("Your own entry is in the list.");
});

test("a banner that was dismissed stays away", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await owner.plan({ title: "We are moving", body: "On *Monday*.", shape: "banner", pages: [key] });
  await page.goto(url);
  const banner = page.getByRole("region", { name: "We are moving" });
  await expect(banner).toContainText("News");
  await expect(banner.locator("em")).toHaveText("Monday");
  await live(page);
  await expect(banner.locator("em")).toHaveText("Monday");
  await banner.getByRole("button", { name: "Dismiss: We are moving" }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await live(page);
  await expect(banner).toBeHidden();
});

test("a question leads to the composer", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  await owner.plan({ kind: "question", title: "What did you plant?", pages: [key] });
  await page.goto(url);
  await live(page);
  await page.getByRole("article", { name: "What did you plant?" }).getByRole("button", { name: "Answer" }).click();
  await expect(page.getByRole("textbox", { name: "Your comment" })).toBeFocused();
});

for (const look of ["painted", "unpainted", "forced colours"]) {
  test(`${look}: nothing for axe to complain of`, async ({ page, palabre }) => {
    const owner = await Owner.of(palabre);
    const { url, key } = freshPage(palabre, look === "unpainted" ? "unpainted.html" : "plain.html");
    if (look === "forced colours") await page.emulateMedia({ forcedColors: "active" });
    await owner.poll(key, trees, { kind: "ranked", most: 3 });
    await owner.poll(key, [], { kind: "scale", low: "never", high: "always", options: [] }, { title: "How often?" });
    await owner.poll(key, trees, { kind: "multiple", most: 2, other: true }, { title: "Which ones?" });
    await owner.plan({ title: "Down", severity: "incident", shape: "banner", pages: [key] });
    await page.goto(url);
    await live(page);
    if (look === "painted") await expect(page.locator(".p-engage[data-paint=on]")).toBeAttached();
    expect(await violations(page)).toEqual([]);
    const scale = page.getByRole("article", { name: "How often?" });
    await scale.getByRole("radio", { name: "4" }).check();
    await scale.getByRole("button", { name: "Vote" }).click();
    await expect(scale).toContainText("Average: 4.0 of 5");
    await scale.getByText("As a table").click();
    expect(await violations(page)).toEqual([]);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("vote, see the results, vote otherwise", async ({ page, palabre }) => {
    const owner = await Owner.of(palabre);
    const { id } = await owner.poll("", trees);
    await page.goto(`${palabre.url}/p/demo/${id}`);
    await page.getByRole("radio", { name: "Birch" }).check();
    await page.getByRole("button", { name: "Vote" }).click();
    await expect(page.getByRole("article")).toContainText("Your vote: Birch");
    await expect(page.getByRole("article")).toContainText("100% · 1 vote");
    await page.getByRole("link", { name: "Change your vote" }).click();
    await page.getByRole("radio", { name: "Oak" }).check();
    await page.getByRole("button", { name: "Vote" }).click();
    await expect(page.getByRole("article")).toContainText("Your vote: Oak");
    await expect(page.getByRole("article")).toContainText("1 person voted");
  });

  test("rank by number, and be told what is wrong", async ({ page, palabre, complaints }) => {
    const owner = await Owner.of(palabre);
    const { id } = await owner.poll("", trees, { kind: "ranked", most: 3 });
    await page.goto(`${palabre.url}/p/demo/${id}`);
    await page.getByRole("combobox", { name: "Place of “Oak”" }).selectOption("1");
    await page.getByRole("combobox", { name: "Place of “Pine”" }).selectOption("1");
    await page.getByRole("button", { name: "Vote" }).click();
    await expect(page.getByRole("alert")).toContainText("does not fit the question");
    complaints.length = 0; // the browser's own line about the 4xx
    await page.getByRole("combobox", { name: "Place of “Oak”" }).selectOption("2");
    await page.getByRole("combobox", { name: "Place of “Pine”" }).selectOption("1");
    await page.getByRole("button", { name: "Vote" }).click();
    await expect(page.getByRole("article")).toContainText("Your vote: Pine › Oak");
  });
});
