// Answering at the desk against the real server: a saved reply, what has to be written over, the same answer again, the
// questions that wait, and what readers see of it.
import { test as base, expect } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { comment, ready } from "./fixtures.mjs";
import { Palabre } from "./palabre.mjs";

const owner = { name: "Amélie Durand", email: "amelie@blog.example", password: "a short sentence" };
const article = "/demo/articles/old-bicycle.html";
const key = "/articles/old-bicycle.html";
const pictures = new URL("../../build/browser-results/people/", import.meta.url).pathname;

const test = base.extend({
  palabre: async ({}, use) => {
    const palabre = await Palabre.start();
    await use(palabre);
    await palabre.end();
  },
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
    const thrown = [];
    context.on("weberror", (error) => thrown.push(error.error().message));
    await use(context);
    await context.close();
    expect(thrown).toEqual([]);
  },
});

test.beforeAll(() => mkdirSync(pictures, { recursive: true }));

async function signUp(page, palabre) {
  await page.goto(await palabre.setupLink());
  await page.getByRole("textbox", { name: "Your name" }).fill(owner.name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Queue", level: 1 })).toBeVisible();
}

const shot = (page, name) => page.screenshot({ path: `${pictures}${name}.png` });
const tab = (page, name) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
const row = (page, name) => page.locator(".d-rows").getByRole("link", { name: new RegExp(`^${name}`) });

/** The key of the page as the embed knows it: of a comment that a reader wrote there. */
async function pageKey(palabre, browser) {
  const reader = await browser.newPage();
  const asked = reader.waitForRequest((request) => request.url().includes("/api/v1/thread"));
  await reader.goto(palabre.url + article);
  const page = new URL((await asked).url()).searchParams.get("page");
  await reader.close();
  return page ?? key;
}

test("questions are answered with a saved reply, and the same answer again is asked about", async ({
  page,
  palabre,
  browser,
}) => {
  test.setTimeout(120_000);
  const where = await pageKey(palabre, browser);
  await signUp(page, palabre);
  for (const [name, body] of [
    ["Léa", "When does the workshop open on Saturdays?"],
    ["Marc", "And what time do you open the workshop on Sundays?"],
  ]) {
    expect((await palabre.post(where, { name, body })).status).toBe(201);
  }

  await page.goto(`${palabre.url}/admin#/account`);
  await page.getByLabel("Signature under your answers").selectOption({ label: "— A. D." });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: "Saved." })).toBeVisible();

  await page.goto(`${palabre.url}/admin#/replies`);
  await page.getByRole("button", { name: "New saved reply" }).click();
  await page.getByLabel("Title").fill("Opening hours");
  await page.getByLabel("Text").fill("Hello {name}, the workshop opens at [[hour]] and we are glad to see you there.");
  await page.getByLabel("Who may use it").selectOption({ label: "The whole team" });
  await shot(page, "reply-form");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: /Opening hours/ })).toBeVisible();
  await shot(page, "replies");

  await page.goto(`${palabre.url}/admin#/queue?tab=unanswered`);
  await expect(tab(page, "Unanswered")).toContainText("2");
  await row(page, "Léa").click();
  await page.keyboard.press("r");
  await page.getByText("Saved replies", { exact: true }).last().click();
  await page.getByRole("button", { name: "Opening hours" }).click();
  const field = page.getByRole("textbox", { name: /Your answer, as/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Hello Léa, the workshop opens at [[hour]] and we are glad to see you there.");
  expect(
    await page.evaluate(
      () =>
        getSelection().toString() ||
        document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd),
    ),
  ).toBe("[[hour]]");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Write something in place of [[hour]] before sending.")).toBeVisible();
  await shot(page, "unfilled");
  await page.keyboard.type("nine");
  await expect(field).toHaveValue("Hello Léa, the workshop opens at nine and we are glad to see you there.");
  await expect(page.getByText("Will be signed — A. D.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Your answer is in the page.")).toBeVisible();
  await expect(tab(page, "Unanswered")).toContainText("1");

  await row(page, "Marc").click();
  await page.keyboard.press("r");
  await field.fill("Hello Marc, the workshop opens at nine and we are glad to see you there.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/You sent nearly the same answer .* to Léa\. Readers notice\./)).toBeVisible();
  await shot(page, "similar");
  await page.getByRole("button", { name: "Send anyway" }).click();
  await expect(tab(page, "Unanswered")).toContainText("0");

  const reader = await browser.newPage();
  await reader.goto(palabre.url + article);
  await ready(reader);
  const answer = comment(reader, "opens at nine").first();
  await expect(answer.getByText("Team", { exact: true })).toBeVisible();
  await expect(answer).toContainText("— A. D.");
  await expect(reader.getByText("Question, answered")).toHaveCount(2);
  await reader.screenshot({ path: `${pictures}reader.png`, fullPage: true });
  await reader.close();

  await page.goto(`${palabre.url}/admin#/regulars`);
  await page.getByRole("link", { name: "Léa" }).click();
  await expect(page.getByRole("heading", { name: "Queue", level: 1 })).toBeVisible();
  await expect(row(page, "Léa")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Regulars", level: 1 })).toBeVisible();
  await shot(page, "regulars");
});
