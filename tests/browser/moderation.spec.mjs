// Moderation as readers meet it: said while they write, explained afterwards, and open to an answer.
import { comment, expect, form, freshPage, ready, test, write } from "./fixtures.mjs";

// Each once: the same again would be a copy, which waits.
const adverts = [
  "Check out my website www.mysite.example for great deals and subscribe to my channel, use my discount code",
  "Limited offer!!! Buy cheap watches now, 80% discount, free shipping, visit my shop https://watches.example/shop and use promo code SALE80",
  "Visit my blog at www.knitting.example for my new book, follow me, use coupon WOOL20 for a discount on my online shop",
];
const links = "Compare https://one.example/a with https://two.example/b";

function bodyOf(page) {
  return form(page, "Write a comment").getByRole("textbox", { name: "Your comment" });
}

function outlookOf(page) {
  return form(page, "Write a comment").getByRole("status");
}

async function open(page, palabre, file) {
  const fresh = freshPage(palabre, file);
  await page.goto(fresh.url);
  await ready(page);
  return fresh;
}

// The rules arrive with the first focus.
async function beginToWrite(page) {
  const policy = page.waitForResponse(/\/api\/v1\/policy/);
  await bodyOf(page).focus();
  expect((await policy).status()).toBe(200);
}

// The server hides what is promotion; a page with such a comment on it.
async function withHidden(palabre, page, file) {
  const advert = adverts[0];
  const { url, key } = freshPage(palabre, file);
  const answer = await palabre.post(key, { name: "Vendor", body: advert });
  expect((await answer.json()).comment.state).toBe("hidden");
  await page.goto(url);
  await ready(page);
  return { url, key };
}

test("nothing of the rules is fetched by who only reads", async ({ page, palabre }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const { key } = await open(page, palabre);
  await palabre.post(key, { name: "Karim", body: "Hello" });
  await page.reload({ waitUntil: "networkidle" });
  expect(asked.filter((path) => /rules|policy|api\/v1\/me/.test(path))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await beginToWrite(page);
  await expect
    .poll(() => asked.filter((path) => /rules/.test(path)).sort())
    .toEqual(["/palabre-rules.js", "/palabre-rules.wasm", "/rules/en.words"].sort());
});

test("two links are said to wait before they are sent, wait, and stay in their writer's sight", async ({
  page,
  palabre,
  browser,
}) => {
  const { url } = await open(page, palabre);
  await beginToWrite(page);
  await bodyOf(page).pressSequentially("A calm word.");
  await expect(outlookOf(page)).toBeEmpty();
  await bodyOf(page).fill(links);
  await expect(outlookOf(page)).toContainText("2 links.");
  await expect(outlookOf(page)).toContainText("A moderator will look first.");
  await write(page, { name: "Zoé", body: links });
  await expect(comment(page, "Compare")).toContainText("Only you can see this comment for now.");

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(url);
  await ready(stranger);
  await expect(comment(stranger, "Compare")).toHaveCount(0);
  await stranger.context().close();

  await page.reload();
  await expect(comment(page, "Compare")).toContainText("Only you can see this comment for now.");
  await comment(page, "Compare").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("a disguised insult is named while it is typed, and said once", async ({ page, palabre }) => {
  await open(page, palabre);
  await beginToWrite(page);
  await page.evaluate(() => {
    globalThis.said = [];
    const status = document.querySelector("palabre-thread").shadowRoot.querySelector("form [role=status]");
    new MutationObserver(() => {
      if (status.textContent && status.textContent !== globalThis.said.at(-1)) globalThis.said.push(status.textContent);
    }).observe(status, { childList: true, subtree: true, characterData: true });
  });
  await bodyOf(page).pressSequentially("You are an a$$h0le", { delay: 10 });
  await expect(outlookOf(page)).toContainText("a$$h0le");
  await expect(outlookOf(page)).toContainText("A moderator will look first.");
  await bodyOf(page).pressSequentially(", you know that as well as I do", { delay: 5 });
  await page.waitForTimeout(600); // the writer pauses: nothing new is to be said
  expect(await page.evaluate(() => globalThis.said.length)).toBe(1);
  await form(page, "Write a comment").getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".p-preview mark").first()).toBeVisible();
});

test("harsh and honest criticism is published at once", async ({ page, palabre }) => {
  const { url } = await open(page, palabre);
  await beginToWrite(page);
  const words = "The worst article I have read in years: lazy, wrong, badly written, and a waste of my time.";
  await bodyOf(page).pressSequentially(words, { delay: 20 });
  await page.waitForTimeout(600);
  await expect(outlookOf(page)).toBeEmpty();
  await form(page, "Write a comment").getByRole("textbox", { name: "Name" }).fill("Zoé");
  await form(page, "Write a comment").getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "The worst article").getByRole("button", { name: "Edit" })).toBeVisible();
  const { site, key } = { site: "demo", key: new URL(url).pathname + new URL(url).search };
  const thread = await (await fetch(`${palabre.url}/api/v1/thread?${new URLSearchParams({ site, page: key })}`)).json();
  expect(thread.comments[0].state).toBe("published");
});

test("a hidden comment says why, unfolds by keyboard, and folds again", async ({ page, palabre }) => {
  await withHidden(palabre, page);
  const summary = page.locator("details > summary");
  await expect(summary).toContainText("This comment has been hidden by moderation.");
  const body = page.locator("details .p-body");
  await expect(body).toBeHidden();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(body).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(body).toBeHidden();
});

test("a hidden comment unfolds without script", async ({ browser, palabre }) => {
  const { key } = freshPage(palabre);
  await palabre.post(key, { name: "Vendor", body: adverts[1] });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${palabre.url}/t/demo${key.split("?")[0]}%3F${key.split("?")[1]}`);
  await page.locator("details > summary").click();
  await expect(page.locator("details .p-body")).toBeVisible();
  await context.close();
});

test("one's own hidden comment can be appealed for, once", async ({ page, palabre }) => {
  await open(page, palabre);
  await write(page, { name: "Zoé", body: adverts[2] });
  await page.getByRole("button", { name: "Ask for another look" }).click();
  const line = page.getByRole("textbox", { name: "One line to the moderators" });
  await expect(line).toBeFocused();
  await line.fill("I only quoted it.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The moderators have your message.").first()).toBeVisible();
  await page.reload();
  await expect(page.locator(".p-done")).toHaveText("The moderators have your message.");
  await expect(page.getByRole("button", { name: "Ask for another look" })).toHaveCount(0);
});

test("a flag is sent with its reason and remembered", async ({ page, palabre }) => {
  const { key } = await open(page, palabre);
  await palabre.post(key, { name: "Karim", body: "Something odd" });
  await page.reload();
  await ready(page);
  await page.getByRole("button", { name: "Flag the comment by Karim" }).click();
  const box = page.getByRole("group", { name: "What is wrong with it?" });
  await expect(box.getByRole("button", { name: "Insult or threat" })).toBeFocused();
  const sent = page.waitForRequest(/\/flags$/);
  await box.getByRole("button", { name: "Spam" }).click();
  expect(JSON.parse((await sent).postData())).toEqual({ reason: "spam" });
  await expect(comment(page, "Something odd")).toContainText("Flagged");
  await page.reload();
  await ready(page);
  await expect(comment(page, "Something odd")).toContainText("Flagged");
  await expect(page.getByRole("button", { name: /^Flag the comment/ })).toHaveCount(0);
});

test("a coarse word is masked until somebody lifts it", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "What a fucking good loaf" });
  await page.goto(url);
  await ready(page);
  const mask = page.getByRole("button", { name: "fucking" });
  const blur = () => mask.evaluate((element) => getComputedStyle(element).filter);
  expect(await blur()).toContain("blur");
  await mask.focus();
  expect(await blur()).toBe("none");
  await page.keyboard.press("Enter");
  await expect(mask).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("heading", { level: 2 }).focus();
  expect(await blur()).toBe("none");
  await mask.click();
  await expect(mask).toHaveAttribute("aria-pressed", "false");
  await expect(comment(page, "What a fucking good loaf")).toBeVisible(); // words stay words
});

test("what fills in every field fills in the trap, which people never meet", async ({ page, palabre }) => {
  await open(page, palabre);
  const trap = page.locator("input[name=subject]");
  await expect(trap).toHaveAttribute("tabindex", "-1");
  expect(await trap.evaluate((field) => !!field.closest("[aria-hidden=true]"))).toBe(true);
  await trap.evaluate((field) => {
    field.value = "cheap pills";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const sent = page.waitForRequest((request) => request.method() === "POST" && /\/comments$/.test(request.url()));
  await write(page, { name: "Robot", body: "Nice article" });
  expect(JSON.parse((await sent).postData()).proof).toMatch(/^1;\d*;cheap pills$/);
});

test("where the rules cannot come writing works as before", async ({ page, palabre, complaints }) => {
  await page.route("**/palabre-rules*", (route) => route.abort());
  await open(page, palabre);
  await bodyOf(page).pressSequentially("All the same, hello to everybody here.", { delay: 20 });
  await form(page, "Write a comment").getByRole("textbox", { name: "Name" }).fill("Zoé");
  await form(page, "Write a comment").getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "All the same").getByRole("button", { name: "Edit" })).toBeVisible();
  complaints.length = 0; // the aborted requests
});
