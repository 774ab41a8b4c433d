// Posts at the desk on the real server: a poll made, planned, voted on and reviewed; a contest from its entries to a
// draw. By keyboard where it matters.
import { randomBytes } from "node:crypto";
import { test as base, expect } from "@playwright/test";
import { Palabre } from "./palabre.mjs";

const owner = { name: "Amélie Durand", email: "amelie@blog.example", password: "a short sentence" };

const test = base.extend({
  palabre: async ({}, use) => {
    const palabre = await Palabre.start();
    await use(palabre);
    await palabre.end();
  },
  context: async ({ browser }, use) => {
    const context = await browser.newContext({
      locale: "en-GB",
      timezoneId: "Europe/Paris",
      viewport: { width: 1280, height: 900 },
    });
    const thrown = [];
    context.on("weberror", (error) => thrown.push(error.error().message));
    await use(context);
    await context.close();
    expect(thrown).toEqual([]);
  },
});

async function signIn(page, palabre) {
  await page.goto(await palabre.setupLink());
  await page.getByRole("textbox", { name: "Your name" }).fill(owner.name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(owner.email);
  await page.getByRole("textbox", { name: "Password" }).fill(owner.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Queue", level: 1 })).toBeVisible();
  await page.evaluate(() => (location.hash = "#/plan"));
  await expect(page.getByRole("heading", { name: "Plan", level: 1 })).toBeVisible();
}

/** A reader's own request. */
function ask(palabre, method, path, body) {
  return fetch(`${palabre.url}/api/v1/${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      origin: palabre.url,
      authorization: `Bearer ${randomBytes(18).toString("base64url")}`,
    },
    body: JSON.stringify(body),
  });
}

const field = (page, name) => page.getByLabel(name, { exact: true });
const numberIn = (page) => page.url().match(/plan\/(\d+)/)?.[1];

test("a poll is made by keyboard, stands in the calendar in local time, is voted on and counted", async ({
  page,
  palabre,
}) => {
  test.setTimeout(90_000);
  await signIn(page, palabre);
  const make = page.getByRole("navigation", { name: "New", exact: true }).getByRole("link", { name: "Poll" });
  await make.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "A new poll", level: 1 })).toBeFocused();
  await field(page, "Title").fill("Which colour?");
  await field(page, "Answer 1").fill("Red");
  await field(page, "Answer 2").fill("Blue");
  await page.keyboard.press("Enter");
  await expect(field(page, "Answer 3")).toBeFocused();
  await page.keyboard.type("Green");
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("Green");
  const publish = page.getByRole("button", { name: "Publish now" });
  await publish.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Poll: Which colour?", level: 1 })).toBeFocused();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  const id = numberIn(page);
  await expect(page.getByText(`<div data-palabre-poll="${id}"></div>`)).toBeVisible();

  for (const choices of [[1], [1], [2]]) {
    const cast = await ask(palabre, "PUT", `polls/${id}/ballot`, { choices });
    expect(cast.status).toBe(200);
  }
  await page.getByRole("link", { name: "Results" }).click();
  await expect(page.getByRole("row", { name: /^Red/ })).toContainText("67%");
  await expect(page.getByRole("row", { name: /^Green/ })).toContainText("0");
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByText("3 people have voted")).toBeVisible();
  await expect(field(page, "Title")).toBeDisabled();
  await expect(field(page, "Answer 1")).toBeDisabled();
  await expect(field(page, "Text")).toBeEnabled();

  await page.getByRole("link", { name: "Plan", exact: true }).first().click();
  await expect(page.getByRole("link", { name: /^Poll: [\d:]{5} Which colour\?, begins · Running$/ })).toBeVisible();
  await expect(page.getByText("0 of 4 posts promote: 0%.")).toBeVisible();
  const today = page.locator(".d-cal-today button");
  await today.focus();
  await page.keyboard.press("PageDown");
  await expect(page.locator(".d-cal-chosen button")).toBeFocused();
  await expect(page.getByRole("link", { name: /Which colour/ })).toHaveCount(1); // of the day that is chosen: it runs on
});

test("what is planned says in whose time, and opens then", async ({ page, palabre }) => {
  await signIn(page, palabre);
  const day = `${new Date().getUTCFullYear() + 1}-07-14`;
  await page.evaluate((on) => (location.hash = `#/plan/new/announcement?site=demo&day=${on}`), day);
  await expect(field(page, "From")).toHaveValue(`${day}T09:00`);
  await expect(page.getByText("Your time: Europe/Paris, UTC+2.").first()).toBeVisible();
  await field(page, "Title").fill("A day off");
  await page.getByRole("button", { name: "Plan", exact: true }).click();
  await expect(page.getByText("Planned: readers see it from its start on.")).toBeVisible();
  const id = numberIn(page);
  const stored = await page.evaluate((post) => fetch(`/api/v1/admin/posts/${post}`).then((one) => one.json()), id);
  expect(stored.starts).toBe(`${day}T07:00:00.000Z`);
  expect((await fetch(`${palabre.url}/api/v1/posts/${id}`)).status).toBe(404); // readers do not know it yet
});

test("two windows change one post: nothing is lost", async ({ page, palabre, context }) => {
  await signIn(page, palabre);
  await page.evaluate(() => (location.hash = "#/plan/new/question"));
  await field(page, "Title").fill("What next?");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByText("A draft: readers do not see it.")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Title", { exact: true }).fill("What shall come next?");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved as a draft.")).toBeVisible();
  await field(page, "Text").fill("My own words");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Somebody else changed it meanwhile" })).toBeFocused();
  await expect(field(page, "Text")).toHaveValue("My own words");
  await page.getByRole("button", { name: "Keep what I wrote" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved as a draft.").first()).toBeVisible();
  await expect(field(page, "Text")).toHaveValue("My own words");
  await expect(field(page, "Title")).toHaveValue("What next?");
});

test("a contest from its entries to a draw that can be checked", async ({ page, palabre }) => {
  test.setTimeout(90_000);
  await signIn(page, palabre);
  await page.evaluate(() => (location.hash = "#/plan/new/contest"));
  await field(page, "Title").fill("Caption this");
  await field(page, "Kind of contest").selectOption("caption");
  await field(page, "Entries").selectOption("each");
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  const id = numberIn(page);
  for (const name of ["Ada", "Bela", "Cleo"]) {
    const entry = { name, naming: "name", text: `A line by ${name}`, page: "/demo/articles/old-bicycle.html" };
    expect((await ask(palabre, "PUT", `contests/${id}/entry`, entry)).status).toBe(200);
  }
  await page.getByRole("link", { name: "Entries and draw" }).click();
  await expect(page.getByText("A line by Ada")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator(".d-entry").first()).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByText("A line by Ada")).toHaveCount(0);
  await page.keyboard.press("a");
  await expect(page.getByText("A line by Bela")).toHaveCount(0);
  await page.keyboard.press("r");
  await expect(page.getByText("None is waiting.")).toBeVisible();

  await page.getByRole("textbox", { name: "Codes to give away" }).fill("MUG-1\nMUG-2");
  await page.getByRole("button", { name: "Add the codes" }).click();
  await expect(page.getByText("2 codes: 0 given, 2 left.")).toBeVisible();
  await page.getByRole("button", { name: "End it now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close now" }).click();
  await page.getByRole("button", { name: "Close the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the list" }).click();
  await expect(page.getByText("2 entries take part.")).toBeVisible();
  await page.getByRole("button", { name: "Draw 1 winner" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Draw" }).click();
  await expect(page.getByText(/^Drawn on /)).toBeVisible();
  await expect(page.locator(".d-winners")).toHaveText(/Ada|Bela/);
  await expect(page.getByText("2 codes: 1 given, 1 left.")).toBeVisible();
  const proof = await fetch(`${palabre.url}/api/v1/contests/${id}/draw`).then((one) => one.json());
  await expect(page.getByText(proof.seed, { exact: true })).toBeVisible();
  await expect(page.getByText(proof.list_hash, { exact: true })).toBeVisible();
});
