// Paper, narrow columns, and a reader's own text spacing.
import { expect, freshPage, ready, test } from "./fixtures.mjs";

test("a dark page prints dark words", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "On paper\n\n```\nline of code\n```" });
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await page.goto(url);
  await ready(page);
  await page.locator(".p-root").evaluate((root) => (root.dataset.theme = "dark"));
  await expect(page.getByText("On paper")).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(page.locator("pre")).toHaveCSS("white-space", "pre-wrap");
  await expect(page.getByRole("button", { name: "Publish" })).toBeHidden();
});

test("a column of 180 pixels needs no scrolling sideways", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "N".repeat(60), body: "x".repeat(400) });
  await page.setViewportSize({ width: 180, height: 800 });
  await page.goto(url);
  await ready(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(180);
});

test("labels are whole with wide letters", async ({ page, palabre }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(freshPage(palabre).url);
  await ready(page);
  const cut = await page.locator(".p-root").evaluate((root) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
    const shadow = root.getRootNode();
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    return [...root.querySelectorAll(".p-label, .p-button, .p-hint")]
      .filter(
        (element) => element.scrollWidth > element.clientWidth && getComputedStyle(element).overflow !== "visible",
      )
      .map((element) => element.textContent);
  });
  expect(cut).toEqual([]);
});
