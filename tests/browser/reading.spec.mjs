// Reading: branches that fold, links to comments, what came meanwhile, quotes, times, and words that do not fit.
import { comment, expect, form, freshPage, ready, test } from "./fixtures.mjs";

const inView = (element) =>
  element.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });

// Answers the comment's id.
async function post(palabre, key, comment) {
  const answer = await palabre.post(key, comment);
  return (await answer.json()).comment.id;
}

// Looks for news now, as after a network that was gone.
const lookAgain = (page) => page.evaluate(() => dispatchEvent(new Event("online")));

async function fill(palabre, key, many) {
  for (let at = 0; at < many; at += 20) {
    const some = Array.from({ length: Math.min(20, many - at) }, (_, i) => at + i);
    for (const n of some) await palabre.post(key, { name: "Ada", body: `number ${n}.` });
  }
}

test("a branch folds by keyboard, and the focus stays on its button", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  const top = await post(palabre, key, { name: "Ada", body: "on top" });
  const reply = await post(palabre, key, { name: "Ben", body: "below", parent: top });
  await palabre.post(key, { name: "Cleo", body: "deeper", parent: reply });
  await page.goto(url);
  await ready(page);
  const hide = page.getByRole("button", { name: "Hide 2 replies" });
  await expect(hide).toHaveAttribute("aria-expanded", "true");
  await hide.focus();
  await page.keyboard.press("Enter");
  const show = page.getByRole("button", { name: "Show 2 replies" });
  await expect(show).toBeFocused();
  await expect(show).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByText("deeper")).toBeHidden();
  await page.keyboard.press("Space");
  await expect(page.getByText("deeper")).toBeVisible();
});

test("a link leads to a comment on a page that is not loaded, at once and later", async ({ page, palabre }) => {
  test.setTimeout(60_000);
  const { url, key } = freshPage(palabre);
  const first = await post(palabre, key, { name: "Ada", body: "the very first" });
  await fill(palabre, key, 120);
  let asked = 0;
  page.on("request", (request) => (asked += /\/thread\?/.test(request.url()) ? 1 : 0));
  const link = `#palabre-${first}`;
  await page.goto(url + link);
  const target = comment(page, "the very first");
  await expect(target).toBeFocused();
  expect(await inView(target)).toBe(true);
  expect(asked).toBe(1);
  await ready(page);
  await expect(page.getByRole("button", { name: "Show more comments" })).toHaveCount(0);

  await page.goto("about:blank");
  await page.goto(url);
  await ready(page);
  await expect(target).toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), link);
  await expect(target).toBeFocused();
  await expect.poll(() => inView(target)).toBe(true);
  await page.evaluate(() => (location.hash = "#palabre-999999"));
  await expect(page.getByText("This comment is not on this page any more.")).toBeVisible();
});

test("a link opens the branch that hides its comment", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  const top = await post(palabre, key, { name: "Ada", body: "on top" });
  const reply = await post(palabre, key, { name: "Ben", body: "below", parent: top });
  await page.goto(url);
  await ready(page);
  await page.getByRole("button", { name: "Hide 1 reply" }).click();
  await expect(page.getByText("below")).toBeHidden();
  await page.evaluate((hash) => (location.hash = hash), `#palabre-${reply}`);
  await expect(comment(page, "below")).toBeFocused();
});

test("what is no comment's number in the address does no harm", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Ada", body: "still here" });
  for (const hash of ["#100%", "#palabre-0", "#palabre-x", "#palabre-99999999999999999999"]) {
    await page.goto("about:blank");
    await page.goto(url + hash);
    await expect(comment(page, "still here")).toBeVisible();
  }
});

/** The element's place once it has been the same for thirty frames. */
function atRest(element) {
  return new Promise((done) => {
    let last = NaN;
    let frames = 0;
    const look = () => {
      const { top } = element.getBoundingClientRect();
      frames = top === last ? frames + 1 : 0;
      last = top;
      if (frames < 30) requestAnimationFrame(look);
      else done(top);
    };
    look();
  });
}

test("news wait for a press and move nothing", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await fill(palabre, key, 30);
  await page.goto(url);
  await ready(page);
  const eye = comment(page, "number 12.");
  await eye.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await expect.poll(() => inView(eye)).toBe(true);
  const place = () => eye.evaluate((one) => one.getBoundingClientRect().top);
  const before = await eye.evaluate(atRest); // comments near the screen have got their real heights
  for (const n of [1, 2, 3]) await palabre.post(key, { name: "Zoe", body: `news ${n}` });
  await lookAgain(page);
  const show = page.getByRole("button", { name: "Show 3 new comments" });
  await expect(show).toBeInViewport(); // although the reader is far below the heading
  await expect(page.getByText("news 1")).toHaveCount(0);
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);

  await show.focus();
  await page.keyboard.press("Enter");
  await expect(comment(page, "news 3")).toBeFocused();
  await expect(comment(page, "news 3").getByText("New", { exact: true })).toBeVisible();
  await expect(show).toHaveCount(0);
});

test("nothing new costs a 304", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Ada", body: "one" });
  await page.goto(url);
  await ready(page);
  const statuses = [];
  page.on("response", (response) => /\/thread\?/.test(response.url()) && statuses.push(response.status()));
  await lookAgain(page);
  await expect.poll(() => statuses).toEqual([200]);
  await lookAgain(page); // not before ten seconds after the last time
  await expect.poll(() => statuses, { timeout: 20_000 }).toEqual([200, 304]);
});

test("selected words are quoted into the reply", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Ada", body: "Some **strong** words\n\nand more" });
  await page.goto(url);
  await ready(page);
  await page.getByText("Some strong words").click({ clickCount: 3 });
  const quote = page.getByRole("button", { name: "Reply with quote" });
  await expect(quote).toBeVisible();
  await quote.click();
  const box = form(page, "Write a reply").getByRole("textbox", { name: "Your comment" });
  await expect(box).toHaveValue("> Some **strong** words\n\n");
  await expect(box).toBeFocused();
  expect(await box.evaluate((field) => field.selectionStart === field.value.length)).toBe(true);
  await expect(quote).toHaveCount(0);
});

test("the exact time is reached by keyboard", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Ada", body: "just now" });
  await page.goto(url);
  await ready(page);
  const link = comment(page, "just now").locator("a.p-time");
  await page.keyboard.press("Tab"); // the keyboard is in use
  await link.focus();
  await expect(link).toHaveAttribute("title", /20\d\d.*\d:\d\d/);
  const said = await link.evaluate((one) => getComputedStyle(one, "::after").content);
  expect(said).toMatch(/20\d\d/);
});

test("long words, addresses and code stay inside 320 pixels, 24 levels deep", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  const bodies = [
    "w".repeat(500),
    `https://example.org/${"path/".repeat(100)}`,
    `https://example.org/${encodeURI("مسار/").repeat(40)} مرحبا`,
    "漢字".repeat(250),
    `\`${"c".repeat(500)}\``,
    `\`\`\`\n${"let x = 1; ".repeat(50)}\n${"b".repeat(500)}\n\`\`\``,
  ];
  let parent;
  for (let level = 0; level < 24; ++level) {
    const body = `${bodies[level % bodies.length]}\n\n${level}`; // none is a copy of another
    parent = await post(palabre, key, { name: "Ada", body, parent });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(url);
  await ready(page);
  const [wide, narrowest] = await page.locator(".p-root").evaluate((root) => {
    const { right } = root.getBoundingClientRect();
    const all = [...root.querySelectorAll(".p-body, .p-body *")].map((one) => one.getBoundingClientRect());
    const bodies = [...root.querySelectorAll(".p-body")].map((one) => one.clientWidth);
    return [all.filter((box) => box.right > right + 1).length, Math.min(...bodies)];
  });
  expect(wide).toBe(0);
  expect(narrowest).toBeGreaterThan(150);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
