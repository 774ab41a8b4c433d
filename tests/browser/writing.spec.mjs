// Writing: formatting, preview, pasting, input methods, drafts, and the undo after deleting.
import { comment, expect, form, freshPage, ready, test, write } from "./fixtures.mjs";

function bodyOf(page, name = "Write a comment") {
  return form(page, name).getByRole("textbox", { name: "Your comment" });
}

async function open(page, palabre) {
  const fresh = freshPage(palabre);
  await page.goto(fresh.url);
  await ready(page);
  return fresh;
}

function select(area, from, to) {
  return area.evaluate((field, [a, b]) => (field.focus(), field.setSelectionRange(a, b)), [from, to]);
}

test("buttons and keys format the selection, and the browser's undo takes it back", async ({ page, palabre }) => {
  await open(page, palabre);
  const area = bodyOf(page);
  await area.click();
  await page.keyboard.type("some words");
  await select(area, 0, 4);
  await form(page, "Write a comment").getByRole("button", { name: "Bold" }).click();
  await expect(area).toHaveValue("**some** words");
  await expect(area).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(area).toHaveValue("some words");
  await select(area, 5, 10);
  await page.keyboard.press("Control+i");
  await expect(area).toHaveValue("some *words*");
  await page.keyboard.press("Control+k");
  await expect(area).toHaveValue("some *[words](https://)*");
  await page.keyboard.type("https://example.org"); // over the selected address
  await expect(area).toHaveValue("some *[words](https://example.org)*");
});

test("the toolbar is one stop, and the arrow keys lead on", async ({ page, palabre }) => {
  await open(page, palabre);
  const tools = page.getByRole("toolbar", { name: "Formatting" });
  await bodyOf(page).focus();
  await page.keyboard.press("Tab");
  await expect(tools.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tools.getByRole("button", { name: "Italic" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(tools.getByRole("button", { name: "Preview" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(tools.getByRole("button", { name: "Preview" })).toBeFocused();
});

test("no button of the toolbar sticks out of the writing box", async ({ page, palabre }) => {
  await open(page, palabre);
  const edge = async (element) => {
    const { x, width } = await element.boundingBox();
    return x + width;
  };
  const preview = page.getByRole("button", { name: "Preview" });
  expect(await edge(preview)).toBeCloseTo(await edge(bodyOf(page)), 0);
});

test("what is pasted with formatting becomes Markdown, and plain when that is asked for", async ({ page, palabre }) => {
  const { url } = freshPage(palabre);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(url);
  await ready(page);
  const area = bodyOf(page);
  await page.evaluate(async () => {
    const html = "<p>A <b>bold</b> word</p><script>x()</script><ul><li>one</li><li>two</li></ul>";
    const blob = (type, text) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", "A bold word") }),
    ]);
  });
  await area.click();
  await page.keyboard.press("Control+v");
  await expect(area).toHaveValue("A **bold** word\n\n- one\n- two");
  await page.keyboard.press("Control+z");
  await expect(area).toHaveValue("");
  await page.keyboard.press("Control+Shift+v");
  await expect(area).toHaveValue("A bold word");
});

for (const [script, steps, text] of [
  ["Japanese", ["k", "か", "かん", "かんじ", "漢字"], "漢字"],
  ["Korean", ["ㅎ", "하", "한", "한ㄱ", "한그", "한글"], "한글"],
  ["a dead key", ["´", "é"], "é"],
]) {
  test(`${script} is composed while the preview follows and patches come`, async ({ page, palabre }) => {
    const { key } = await open(page, palabre);
    const area = bodyOf(page);
    await form(page, "Write a comment").getByRole("button", { name: "Preview" }).click();
    await area.click();
    await page.keyboard.type("a");
    await area.evaluate((field) => {
      globalThis.compositions = [];
      for (const type of ["compositionstart", "compositionend"])
        field.addEventListener(type, () => globalThis.compositions.push(type));
    });
    const session = await page.context().newCDPSession(page);
    for (const step of steps) {
      await session.send("Input.imeSetComposition", {
        text: step,
        selectionStart: step.length,
        selectionEnd: step.length,
      });
      await expect(area).toHaveValue(`a${step}`);
      await expect(page.getByRole("group", { name: "Preview" })).toHaveText(`a${step}`);
    }
    expect(await page.evaluate(() => globalThis.compositions)).toEqual(["compositionstart"]);
    await session.send("Input.insertText", { text });
    await expect(area).toHaveValue(`a${text}`);
    expect(await page.evaluate(() => globalThis.compositions)).toEqual(["compositionstart", "compositionend"]);
    const { thread } = await (
      await fetch(`${palabre.url}/api/v1/thread?site=demo&page=${encodeURIComponent(key)}`)
    ).json();
    expect(thread?.comments ?? []).toEqual([]);
  });
}

test("a draft of a reply is there after a reload, and its button says so", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  await page.goto(url);
  await ready(page);
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  await bodyOf(page, "Write a reply").fill("Half an answer");
  await page.reload();
  await ready(page);
  await page.getByRole("button", { name: "Continue your reply to Karim" }).click();
  await expect(bodyOf(page, "Write a reply")).toHaveValue("Half an answer");
});

test("two tabs write in one place, and neither takes the other's words away", async ({ page, palabre }) => {
  const { url } = await open(page, palabre);
  const other = await page.context().newPage();
  await other.goto(url);
  await ready(other);
  const drafts = () =>
    page.evaluate(() =>
      Object.entries(localStorage).flatMap(([key, text]) => (/^palabre:draft:/.test(key) ? text : [])),
    );

  await bodyOf(page).fill("Begun here");
  await bodyOf(other).fill("Begun there");
  await expect.poll(drafts).toEqual(["Begun there"]);
  await bodyOf(page).fill("");
  await bodyOf(page).blur();
  await bodyOf(page).fill("Begun here again");
  await expect.poll(drafts).toEqual(["Begun here again"]);
  await bodyOf(other).fill(""); // not its words any more
  expect(await drafts()).toEqual(["Begun here again"]);

  await bodyOf(other).fill("Sent from there");
  await form(other, "Write a comment").getByRole("textbox", { name: "Name" }).fill("Zoé");
  await other.keyboard.press("Control+Enter");
  await expect(comment(other, "Sent from there").getByRole("button", { name: "Edit" })).toBeVisible();
  await expect.poll(drafts, "what is being written here is kept again").toEqual(["Begun here again"]);
  await other.close();
  await page.reload();
  await ready(page);
  await expect(bodyOf(page)).toHaveValue("Begun here again");
  await bodyOf(page).fill("");
  await expect.poll(drafts).toEqual([]);
});

test("who wrote before writes as the same, in one line", async ({ page, palabre }) => {
  await open(page, palabre);
  await write(page, { name: "Zoé", body: "First" });
  await expect(comment(page, "First").getByRole("button", { name: "Edit" })).toBeVisible();
  await page.reload();
  await ready(page);
  const composer = form(page, "Write a comment");
  await expect(composer.getByText("as Zoé")).toBeVisible();
  await expect(composer.getByRole("textbox")).toHaveCount(1);
  await bodyOf(page).fill("Second");
  await page.keyboard.press("Control+Enter");
  await expect(comment(page, "Second").getByRole("heading", { name: "Zoé" })).toBeVisible();
  await composer.getByRole("button", { name: /^Change/ }).click();
  await expect(composer.getByRole("textbox", { name: "Name" })).toBeFocused();
});

test("what was deleted can be had back; left alone or left behind, it goes", async ({ page, palabre }) => {
  const { url } = await open(page, palabre);
  for (const body of ["Regretted", "Left alone", "Left behind"]) {
    await write(page, { name: "Zoé", body });
    await expect(comment(page, body).getByRole("button", { name: "Edit" })).toBeVisible();
  }
  await comment(page, "Regretted").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(comment(page, "Regretted")).toBeFocused();
  await comment(page, "Left alone").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Comment deleted.")).toHaveCount(0);
  await comment(page, "Left behind").getByRole("button", { name: "Delete" }).click();
  await page.goto("about:blank");
  await expect
    .poll(async () => {
      await page.goto(url);
      await ready(page);
      return page.getByRole("article").locator("p").allTextContents();
    })
    .toEqual(["Regretted"]);
});

test("fields on a phone are large enough not to be zoomed at", async ({ page, palabre }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, palabre);
  const sizes = await page
    .locator("textarea, input:not([tabindex]), select")
    .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
  expect(sizes.length).toBe(4);
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(16);
});
