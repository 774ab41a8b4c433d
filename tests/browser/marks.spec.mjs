// Votes and reactions: two readers, the keyboard, assistive technology, forced colours, and no script at all.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { comment, expect, freshPage, ready, test } from "./fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join("; ")}`);
}

const vote = (page, words, name) => comment(page, words).getByRole("button", { name, exact: true });

test("two readers vote, and both see both votes", async ({ page, browser, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Figs are best in September" });
  await page.goto(url);
  await ready(page);
  await vote(page, "Figs", "Vote up").click();
  await expect(vote(page, "Figs", "Vote up: 1")).toHaveAttribute("aria-pressed", "true");

  const other = await (await browser.newContext()).newPage();
  await other.goto(url);
  await ready(other);
  await expect(vote(other, "Figs", "Vote up: 1")).toHaveAttribute("aria-pressed", "false");
  await vote(other, "Figs", "Vote up: 1").click();
  await expect(vote(other, "Figs", "Vote up: 2")).toHaveAttribute("aria-pressed", "true");
  await other.context().close();

  // The page itself shows others' votes within a second; the server knows whose they are.
  await expect(async () => {
    await page.reload();
    await ready(page);
    await expect(vote(page, "Figs", "Vote up: 2")).toHaveAttribute("aria-pressed", "true", { timeout: 2000 });
  }).toPass();
  await vote(page, "Figs", "Vote down").click();
  await expect(vote(page, "Figs", "Vote up: 1")).toHaveAttribute("aria-pressed", "false");
  await expect(vote(page, "Figs", "Vote down: 1")).toHaveAttribute("aria-pressed", "true");
});

test("a reaction is found, left and taken back by the keyboard, and said once", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Quinces want a long winter" });
  await page.goto(url);
  await ready(page);
  await vote(page, "Quinces", "React").focus();
  await page.keyboard.press("Enter");
  await expect(vote(page, "Quinces", "React")).toHaveAttribute("aria-expanded", "true");
  await vote(page, "Quinces", "🙏").focus();
  await page.keyboard.press("Space");
  await expect(vote(page, "Quinces", "🙏: 1")).toHaveAttribute("aria-pressed", "true");
  await expect(vote(page, "Quinces", "🙏: 1")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(vote(page, "Quinces", "🙏")).toHaveAttribute("aria-pressed", "false");
  for (const box of await comment(page, "Quinces").locator(".p-mark").all()) {
    const { width, height } = await box.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test("a vote that does not arrive is taken back with its reason", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "Medlars are eaten rotten" });
  await page.goto(url);
  await ready(page);
  await page.route("**/reactions/**", (route) => route.abort());
  await vote(page, "Medlars", "Vote up").click();
  await expect(comment(page, "Medlars").getByRole("alert")).toBeVisible();
  await expect(vote(page, "Medlars", "Vote up")).toHaveAttribute("aria-pressed", "false");
  complaints.length = 0;
});

for (const [look, media] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
]) {
  test(`no rule of axe is broken: ${look}`, async ({ page, palabre }) => {
    const { url, key } = freshPage(palabre);
    await palabre.post(key, { name: "Karim", body: `Pears on the south wall, ${look}` });
    await page.emulateMedia(media);
    await page.goto(url);
    await ready(page);
    await vote(page, "Pears", "Vote up").click();
    await vote(page, "Pears", "React").click();
    await expect(vote(page, "Pears", "Vote up: 1")).toHaveAttribute("aria-pressed", "true");
    expect(await violations(page)).toEqual([]);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("a form votes, and finds one's own vote again", async ({ page, palabre }) => {
    const { key } = freshPage(palabre);
    await palabre.post(key, { name: "Karim", body: "Sloes after the first frost" });
    await page.goto(`${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`);
    await vote(page, "Sloes", "Vote up").click();
    await expect(vote(page, "Sloes", "Vote up: 1")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("form", { name: "Reactions to this page" }).getByRole("button", { name: "🙏" }).click();
    await expect(page.getByRole("button", { name: "🙏: 1" })).toHaveAttribute("aria-pressed", "true");
    await vote(page, "Sloes", "Vote up: 1").click();
    await expect(vote(page, "Sloes", "Vote up")).toHaveAttribute("aria-pressed", "false");
  });
});

for (const language of ["en", "ar"]) {
  test(`${language}: the page's own reactions stand in the column of the text`, async ({ page, palabre }) => {
    const { url } = freshPage(palabre, "language.html");
    await page.goto(`${url}#${language}`);
    await ready(page);
    // Of the words, not of the boxes.
    const start = (place) =>
      page.locator(place).evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right } = range.getBoundingClientRect();
        return getComputedStyle(element).direction === "rtl" ? innerWidth - right : left;
      });
    const heading = await start(".p-thread .p-count");
    expect(Math.abs((await start(".p-thread > .p-marks > .p-button:first-child")) - heading)).toBeLessThanOrEqual(2);
  });
}
