import { comment, expect, form, freshPage, ready, test } from "./fixtures.mjs";

// The focused element, through shadow roots.
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return { name: "", visible: false };
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
  const style = getComputedStyle(element);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return { name: name.trim(), ring, tag: element.localName };
}

// Presses Tab until the focus is on the control of that name.
async function tabTo(page, name, key = "Tab") {
  const seen = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(focused);
    seen.push(at.name);
    if (at.name === name) return at;
  }
  throw new Error(`no way by ${key} to "${name}"; passed ${seen.join(", ")}`);
}

test("write, reply, edit and delete by keyboard alone", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  await page.goto(url);
  await ready(page);

  await tabTo(page, "Your comment");
  await page.keyboard.type("By **keys** alone");
  await tabTo(page, "Name");
  await page.keyboard.type("Zoé");
  expect((await tabTo(page, "Publish")).ring, "a visible focus ring").toBe(true);
  await page.keyboard.press("Enter");
  await expect(comment(page, "By keys alone").getByRole("button", { name: "Edit" })).toBeVisible();
  expect((await page.evaluate(focused)).tag, "focus is not lost after posting").not.toBe("body");

  await tabTo(page, "Reply to Karim");
  await page.keyboard.press("Enter");
  await expect(form(page, "Write a reply").getByRole("textbox", { name: "Your comment" })).toBeFocused();
  await page.keyboard.type("An answer");
  await tabTo(page, "Publish");
  await page.keyboard.press("Space");
  await expect(comment(page, "An answer").getByRole("button", { name: "Delete" })).toBeVisible();
  expect((await page.evaluate(focused)).tag, "focus is not lost after replying").not.toBe("body");

  await comment(page, "An answer").getByRole("button", { name: "Edit" }).focus();
  await page.keyboard.press("Enter");
  await expect(form(page, "Edit your comment").getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("A shorter answer");
  await tabTo(page, "Save");
  await page.keyboard.press("Enter");
  await expect(comment(page, "A shorter answer").getByText(/^edited/)).toBeVisible();

  await comment(page, "A shorter answer").getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(page.getByText("A shorter answer")).toHaveCount(0);
  await expect(page.getByText("Comment deleted.")).toHaveCount(0);
  expect((await page.evaluate(focused)).tag, "focus is not lost after deleting").not.toBe("body");
});

test("Ctrl+Enter publishes", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await form(page, "Write a comment").getByRole("textbox", { name: "Name" }).fill("Zoé");
  await form(page, "Write a comment").getByRole("textbox", { name: "Your comment" }).fill("Quick");
  await page.keyboard.press("Control+Enter");
  await expect(comment(page, "Quick").getByRole("button", { name: "Edit" })).toBeVisible();
});

test("a link leads past the composer to the first comment: with the module, without, in the page's own tree", async ({
  page,
  palabre,
  elsewhere,
}) => {
  for (const attributes of ["", 'data-module="off"', 'data-dom="light"']) {
    const tag = `<script async src="${palabre.url}/embed.js" data-site="elsewhere" ${attributes}></script>`;
    const url = elsewhere.page(`/skip/${process.pid}${attributes.replace(/\W+/g, "-")}`, `<h1>An article</h1>${tag}`);
    const own = new URL(url).pathname;
    const skip = page.getByRole("link", { name: "Skip to the comments" });
    await page.goto(url);
    await expect(form(page, "Write a comment")).toBeVisible();
    await expect(skip, "there is nothing to skip to").toHaveCount(0);

    await palabre.post(own, { site: "elsewhere", name: "Karim", body: "A question" });
    await page.goto(url);
    await expect(skip).toHaveCount(1);
    if (!attributes.includes("off")) await ready(page);
    const hidden = await skip.boundingBox();
    expect(hidden.width * hidden.height, "not in anybody's way").toBeLessThanOrEqual(1);
    expect((await tabTo(page, "Skip to the comments")).ring, "a visible focus ring").toBe(true);
    const shown = await skip.boundingBox();
    expect(Math.min(shown.width, shown.height)).toBeGreaterThanOrEqual(24);
    await page.keyboard.press("Enter");
    await expect(comment(page, "A question")).toBeFocused();
    expect(page.url(), "the page's own address stays").toBe(url);
  }
});

test("the plain page's link leads past the composer", async ({ page, palabre }) => {
  const { key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  await page.goto(`${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`);
  await tabTo(page, "Skip to the comments");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#palabre-\d+$/);
  await page.keyboard.press("Tab");
  const passed = await page.evaluate(() => document.querySelector("form").contains(document.activeElement));
  expect(passed, "the composer is behind").toBe(false);
  expect(await page.evaluate(() => document.activeElement.closest("article")?.id)).toMatch(/^palabre-/);
});
