// For everybody: the same tree for assistive technology whatever is painted, no rule of axe broken, targets that a thumb
// hits, zoom, wider spacing, the browser's own search, and copying.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { comment, expect, form, freshPage, ready, test, write } from "./fixtures.mjs";
import { fillThread } from "./long_threads.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function fill(palabre, key) {
  const first = await palabre.post(key, { name: "Karim", body: "# Title\n\n> quoted\n\n- a list\n- of two\n\n`code`" });
  const parent = (await first.json()).comment.id;
  await palabre.post(key, { name: "Zoé", parent, body: "An **answer**, with https://example.org/a/long/address" });
  await palabre.post(key, { name: "Amélie", body: `${"Wordswithoutanyspace".repeat(12)}\n\n\`\`\`\na block\n\`\`\`` });
}

const looks = {
  painted: { file: "plain.html", paint: "on" },
  unpainted: { file: "unpainted.html", paint: null },
  "forced colours": { file: "plain.html", paint: "off", media: { forcedColors: "active" } },
};

async function open(page, palabre, look, key) {
  const { file, paint, media = {} } = looks[look];
  await page.emulateMedia(media);
  await page.goto(palabre.url + key.replace("plain.html", file));
  await ready(page);
  const root = page.locator(".p-root");
  if (paint) await expect(root).toHaveAttribute("data-paint", paint);
  else await expect(root).not.toHaveAttribute("data-paint", "on");
}

// What a screen reader gets, as lines of role, name, value and the properties that are said.
async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const said = (node) =>
    [
      node.role?.value,
      node.name?.value,
      node.value?.value,
      node.description?.value,
      ...(node.properties ?? [])
        .filter(({ value }) => value.type !== "node" && value.type !== "nodeList" && value.value !== undefined)
        .map(({ name, value }) => `${name}=${value.value}`)
        .filter((text) => !/^(?:url|focused)=/.test(text)),
    ].join(" | ");
  return nodes.filter((node) => !node.ignored && node.role?.value !== "InlineTextBox").map(said);
}

test("what assistive technology gets is the same painted, unpainted and in forced colours", async ({
  page,
  palabre,
}) => {
  const key = "/demo/pages/plain.html?everybody";
  await fill(palabre, key);
  await fill(palabre, key.replace("plain.html", "unpainted.html"));
  const trees = {};
  for (const look of Object.keys(looks)) {
    await open(page, palabre, look, key);
    await page.getByRole("button", { name: "Reply to Karim" }).click();
    await expect(form(page, "Write a reply")).toBeVisible();
    // Dates as the server has them, so that the minute makes no difference.
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("palabre-thread");
      for (const time of shadowRoot.querySelectorAll("time")) {
        time.title = "";
        time.dateTime = "";
        time.textContent = "a while ago";
      }
    });
    trees[look] = (await accessibilityTree(page)).map((line) => line.replace(/-\d+/g, "-ID"));
  }
  expect(trees.painted.length).toBeGreaterThan(60);
  expect(trees.unpainted).toEqual(trees.painted);
  expect(trees["forced colours"]).toEqual(trees.painted);
});

for (const look of Object.keys(looks)) {
  test(`axe with best practices finds nothing: ${look}`, async ({ page, palabre }) => {
    const { key } = freshPage(palabre);
    const shown = key.replace("plain.html", looks[look].file);
    await fill(palabre, shown);
    await open(page, palabre, look, key);
    await page.getByRole("button", { name: "Reply to Karim" }).click();
    await form(page, "Write a reply").getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.evaluate(axe);
    const found = await page.evaluate(async (values) => {
      const result = await globalThis.axe.run(document, { runOnly: { type: "tag", values } });
      return result.violations.map(
        (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join("; ")}`,
      );
    }, tags);
    expect(found).toEqual([]);
  });
}

test("an error is tied to its field, and said", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await form(page, "Write a comment").getByRole("button", { name: "Publish" }).click();
  const field = page.getByRole("textbox", { name: "Your comment" });
  await expect(field).toHaveAttribute("aria-invalid", "true");
  const words = await page.getByRole("alert").textContent();
  await expect(field).toHaveAccessibleDescription(new RegExp(words.slice(0, 12)));
});

// In the page: every control and its box.
function targets() {
  const { shadowRoot } = document.querySelector("palabre-thread");
  return [...shadowRoot.querySelectorAll("button, a, input, select, textarea, summary, [role=button]")]
    .filter((element) => element.checkVisibility() && !element.closest(".p-body, .p-skip:not(:focus-visible)"))
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { name: element.className + " " + (element.textContent || element.name), width, height };
    });
}

test("what is pressed is at least 24 pixels on a phone", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await fill(palabre, key);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url);
  await ready(page);
  await write(page, { name: "Jean", body: "My own" });
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await expect(form(page, "Write a reply")).toBeVisible();
  const all = await page.evaluate(targets);
  expect(all.length).toBeGreaterThan(15);
  expect(all.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
});

// In the page: what is wider than the page, and words that are cut.
function cutOff() {
  const { shadowRoot } = document.querySelector("palabre-thread");
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide`);
  for (const element of shadowRoot.querySelectorAll("*")) {
    if (element.closest(".p-visually-hidden, .p-skip:not(:focus-visible), pre, canvas") || !element.checkVisibility())
      continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const name = `${element.localName}.${element.className}`;
    if (box.right > page.clientWidth + 1 || box.left < -1) found.push(`${name} leaves the window`);
    if (/^(?:textarea|input|select)$/.test(element.localName) || style.overflow === "visible") continue;
    if (element.scrollHeight > element.clientHeight + 1) found.push(`${name} is cut`);
  }
  return found;
}

test("400 % zoom: one column, nothing cut, all within reach", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await fill(palabre, key);
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 × 1024 at 400 %
  await page.goto(url);
  await ready(page);
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await expect(form(page, "Write a reply")).toBeVisible();
  expect(await page.evaluate(cutOff)).toEqual([]);
});

test("wider spacing of the text cuts nothing", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await fill(palabre, key);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url);
  await ready(page);
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await expect(form(page, "Write a reply")).toBeVisible();
  // The values of WCAG 1.4.12, as a reader's style sheet would set them.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } " +
        "p { margin-block-end: 2em !important }",
    );
    const { shadowRoot } = document.querySelector("palabre-thread");
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  });
  expect(await page.evaluate(cutOff)).toEqual([]);
  const buttons = await page.evaluate(() =>
    [...document.querySelector("palabre-thread").shadowRoot.querySelectorAll("button")]
      .filter((button) => button.checkVisibility() && button.scrollWidth > button.clientWidth + 1)
      .map((button) => button.textContent),
  );
  expect(buttons, "words that stick out of their buttons").toEqual([]);
});

test("the browser's own search finds the last of 5,000 comments", async ({ page, palabre }) => {
  test.setTimeout(120_000);
  const { url, key } = freshPage(palabre);
  const ids = await fillThread(palabre, key, 4999);
  const oldest = Math.min(...ids.map(Number)); // several are written at a time: not always the first
  await palabre.post(key, { name: "Last", parent: String(oldest), body: "needle in the haystack" });
  await page.goto(url);
  // Without a locator: it would look through all elements again and again while they are being taken over.
  const isLive = () => Boolean(document.querySelector("palabre-thread")?.shadowRoot?.querySelector("[data-live]"));
  await page.waitForFunction(isLive, null, { timeout: 60_000, polling: 500 });
  await expect(page.getByRole("article").last()).toContainText("needle in the haystack", { timeout: 30_000 });
  await page.evaluate(() => getSelection().removeAllRanges());
  expect(await page.evaluate(() => window.find("needle in the haystack"))).toBe(true);
  await expect(comment(page, "needle in the haystack")).toBeInViewport();
});

test("copying from one comment to another copies names, times and words, and no buttons", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "The **second** of two" });
  await palabre.post(key, { name: "Zoé", body: "The first of two" });
  await page.goto(url);
  await ready(page);
  const from = await comment(page, "The first of two").getByText("Zoé", { exact: true }).boundingBox();
  const to = await comment(page, "The second of two").getByText("The second of two").boundingBox();
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.move(to.x + to.width - 1, to.y + to.height - 2, { steps: 3 });
  await page.mouse.up();
  const copied = await page.evaluate(() => getSelection().toString());
  for (const words of ["Zoé", "The first of two", "Karim", "The second of"]) expect(copied).toContain(words);
  expect(copied).not.toMatch(/Reply|Edit|Delete|Link/);
});

test("the focus is not lost when the order changes and more is loaded", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  for (let i = 0; i < 101; i += 1) await palabre.post(key, { body: `Number ${i}.` });
  await page.goto(url);
  await ready(page);
  const focused = () =>
    page.evaluate(() => document.querySelector("palabre-thread").shadowRoot.activeElement?.localName);
  const more = page.getByRole("button", { name: "Show more comments" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Number 0.", { exact: true })).toBeVisible();
  await expect(more).toHaveCount(0);
  expect(await focused(), "after loading").toBeTruthy();
  const order = page.getByRole("combobox", { name: "Sort by" });
  await order.focus();
  await order.selectOption("oldest");
  await expect(page.getByRole("article").first()).toContainText("Number 0.");
  await expect(order).toBeFocused();
});

test("what happens is said politely, and once", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await page.evaluate(() => {
    globalThis.said = [];
    const { shadowRoot } = document.querySelector("palabre-thread");
    for (const region of shadowRoot.querySelectorAll("[aria-live], [role=status]")) {
      new MutationObserver(() => region.textContent && globalThis.said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  await write(page, { name: "Jean", body: "Said once" });
  await expect(comment(page, "Said once").getByRole("button", { name: "Edit" })).toBeVisible();
  await page.waitForFunction(() => globalThis.said.length > 0);
  await page.getByRole("textbox", { name: "Your comment" }).fill("Something else");
  const said = await page.evaluate(() => globalThis.said);
  expect(said).toHaveLength(new Set(said).size);
  expect(said).toHaveLength(1);
});
