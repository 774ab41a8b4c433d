// Moderating in the page: the desk's code, the tab's session, and what a moderator sees and does beside the thread. The
// desk's answers are told here, so that hostile and slow ones can be too.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { comment, expect, form, freshPage, ready, test } from "./fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const held = "The bridge is closed, see one.example and two.example";

function item(page, id, body, state, more = {}) {
  const created = "2026-11-20T20:00:00Z";
  return {
    comment: { id, author: { name: "Léon" }, body, state, created },
    site: "demo",
    page: page.key,
    revision: 3,
    flags: 0,
    attention: 1,
    verdict: { verdict: "publish", reasons: [] },
    ...more,
  };
}

function heldItem(page) {
  const reason = {
    rule: "spam.links",
    severity: "strong",
    decision: "hold",
    field: "body",
    start: 26,
    end: 37,
    count: 2,
  };
  return item(page, "9000000", held, "held", { verdict: { verdict: "hold", reasons: [reason] } });
}

const json = (body, status = 200) => ({ status, contentType: "application/json", body: JSON.stringify(body) });
const over = json({ type: "about:blank", title: "over", status: 401, code: "not_signed_in" }, 401);

/** The desk as this moderator's page meets it; answers what it was asked, in order. */
async function desk(page, fresh, answers = {}) {
  const asked = [];
  const told = {
    "POST inline/session": json({
      token: "secret",
      member: { name: "Amélie", role: "moderator" },
      expires: Date.now() + 9e6,
    }),
    "GET queue": json({ items: [heldItem(fresh)], next: "", counts: {}, change: 1 }),
    "DELETE session": { status: 204 },
    ...answers,
  };
  await page.route("**/api/v1/admin/**", async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace("/api/v1/admin/", "");
    asked.push({
      what: `${request.method()} ${path}`,
      body: request.postDataJSON(),
      headers: request.headers(),
      url: request.url(),
    });
    const answer = told[`${request.method()} ${path}`] ?? json({ code: "unknown_route", status: 404 }, 404);
    await route.fulfill(typeof answer === "function" ? answer(request) : answer);
  });
  return asked;
}

const decided = (id, state, decision = 31, outcome = "done", by) =>
  json({ decision, items: [{ comment: id, outcome, state, revision: 4, ...(by && { by }) }] });

async function seed(palabre, fresh, body = "Thank you for this article.") {
  const answer = await palabre.post(fresh.key, { name: "Zoé", body });
  expect(answer.status).toBe(201);
  return (await answer.json()).comment.id;
}

async function enter(page, fresh) {
  await page.goto(`${fresh.url}#palabre-moderate=one-time_code`);
  await ready(page);
}

test("the code leaves the address, is changed once, and the token is in no other place than this tab", async ({
  page,
  palabre,
}) => {
  const fresh = freshPage(palabre);
  await seed(palabre, fresh);
  const asked = await desk(page, fresh);
  await enter(page, fresh);
  await expect(page.getByText("You moderate here as Amélie.")).toBeVisible();
  expect(page.url()).toBe(fresh.url);
  expect(asked[0].body).toEqual({ code: "one-time_code" });
  expect(asked[1].headers.authorization).toBe("Bearer secret");
  expect(asked[1].headers.cookie).toBeUndefined();
  expect(asked.some(({ url }) => url.includes("secret") || url.includes("one-time"))).toBe(false);
  expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).not.toContain("secret");
  await page.reload();
  await ready(page);
  await expect(page.getByText("You moderate here as Amélie.")).toBeVisible();
  expect(asked.filter(({ what }) => what === "POST inline/session")).toHaveLength(1);
});

test("a reader's page asks for none of it", async ({ page, palabre }) => {
  const fresh = freshPage(palabre);
  await seed(palabre, fresh);
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  await page.goto(fresh.url);
  await ready(page);
  await page.getByRole("textbox", { name: "Your comment" }).click();
  expect(files.filter((file) => /staff|admin|desk/.test(file))).toEqual([]);
});

test("a held comment is approved and undone by keyboard, and every step is said", async ({ page, palabre }) => {
  const fresh = freshPage(palabre);
  await seed(palabre, fresh);
  const asked = await desk(page, fresh, {
    "POST decisions": decided("9000000", "published"),
    "POST decisions/31/undo": decided("9000000", "held", 32),
  });
  await enter(page, fresh);
  const waiting = comment(page, held);
  await expect(waiting.getByText("Held: only its author and your team see it.")).toBeVisible();
  await expect(waiting.locator("mark")).toHaveText("one.example");
  await waiting.getByRole("button", { name: "Approve" }).focus();
  await page.keyboard.press("Enter");
  await expect(waiting.getByText("Approved: everybody reads it.")).toBeVisible();
  await expect(waiting.getByRole("button", { name: "Undo" })).toBeFocused();
  expect(asked.at(-1).body).toEqual({ action: "approve", items: [{ comment: "9000000", revision: 3 }] });
  await expect.poll(() => asked.filter(({ what }) => what === "POST decisions").length).toBe(1);
  await page.keyboard.press("Enter");
  await expect(waiting.getByText("Held: only its author")).toBeVisible();
  await expect(waiting).toBeFocused();
});

test("a published comment is hidden in its place; criticism asks first", async ({ page, palabre }) => {
  const fresh = freshPage(palabre);
  const id = await seed(palabre, fresh, "The worst service in town.");
  const asked = await desk(page, fresh, {
    [`GET comments/${id}`]: json({
      item: item(fresh, id, "The worst service in town.", "published"),
      above: [],
      below: [],
      flags: [],
      author: { published: 1, refused: 0, recent: [] },
      clues: [],
    }),
    "POST decisions": (request) =>
      request.postDataJSON().confirmed ? decided(id, "hidden") : decided(id, "published", 0, "needs_confirmation"),
  });
  await enter(page, fresh);
  const there = comment(page, "The worst service");
  await there.getByRole("button", { name: "Moderate the comment of Zoé" }).click();
  await there.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(there.getByRole("alert")).toHaveText(
    "This looks like criticism rather than abuse. Hide it all the same?",
  );
  await expect(there.getByRole("button", { name: "Leave it" })).toBeFocused();
  await there.getByRole("button", { name: "All the same" }).click();
  await expect(there.getByText("Hidden: readers see it folded.")).toBeVisible();
  expect(asked.at(-1).body.confirmed).toBe(true);
});

test("an answer is published under the member's name", async ({ page, palabre }) => {
  const fresh = freshPage(palabre);
  const id = await seed(palabre, fresh);
  const asked = await desk(page, fresh, {
    "POST replies": (request) => {
      const { parent, body } = request.postDataJSON();
      const answer = item(fresh, "9000001", body, "published");
      answer.comment.parent = parent;
      answer.comment.author = { name: "Amélie" };
      return json(answer, 201);
    },
  });
  await enter(page, fresh);
  await comment(page, "Thank you").getByRole("button", { name: "Reply to Zoé" }).click();
  const reply = form(page, "Write a reply");
  await expect(reply.getByText("as Amélie")).toBeVisible();
  await reply.getByRole("textbox", { name: "Your comment" }).fill("You are welcome.");
  await page.keyboard.press("Control+Enter");
  await expect(comment(page, "You are welcome.").getByRole("heading", { name: "Amélie" })).toBeVisible();
  expect(asked.at(-1).body).toEqual({ parent: id, body: "You are welcome." });
});

test("a code that is over says so politely, and the page is a reader's", async ({ page, palabre, complaints }) => {
  const fresh = freshPage(palabre);
  await seed(palabre, fresh);
  const gone = json({ code: "invitation_over", status: 410 }, 410);
  const asked = await desk(page, fresh, { "POST inline/session": gone });
  await enter(page, fresh);
  await expect(page.getByRole("status").filter({ hasText: "This link for moderating is over" })).toBeVisible();
  expect(page.url()).toBe(fresh.url);
  expect(asked).toHaveLength(1);
  await expect(page.getByRole("button", { name: /Moderate/ })).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  complaints.length = 0; // the browser's own line about the refused request
});

test("a session that ends leaves a reader's page, without what only the team may see", async ({
  page,
  palabre,
  complaints,
}) => {
  const fresh = freshPage(palabre);
  await seed(palabre, fresh);
  await desk(page, fresh, { "POST decisions": over });
  await enter(page, fresh);
  await comment(page, held).getByRole("button", { name: "Spam" }).click();
  await expect(page.getByText("You no longer moderate here.")).toBeVisible();
  await expect(page.getByText(held)).toHaveCount(0);
  await expect(page.getByText("Thank you for this article.")).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  complaints.length = 0; // as above
});

test("Stop ends it here and at the server", async ({ page, palabre }) => {
  const fresh = freshPage(palabre);
  await seed(palabre, fresh);
  const asked = await desk(page, fresh);
  await enter(page, fresh);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("You moderate here")).toHaveCount(0);
  await expect(page.getByText(held)).toHaveCount(0);
  await expect.poll(() => asked.at(-1).what).toBe("DELETE session");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

for (const [look, file] of [
  ["painted", "plain.html"],
  ["unpainted", "unpainted.html"],
]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing in a moderator's page: ${look}, ${colorScheme}; 320 px need no scrolling aside`, async ({
      page,
      palabre,
    }) => {
      const fresh = freshPage(palabre, file);
      const id = await seed(palabre, fresh);
      await desk(page, fresh, { [`GET comments/${id}`]: () => new Promise(() => {}) });
      await page.emulateMedia({ colorScheme });
      await enter(page, fresh);
      await comment(page, "Thank you").getByRole("button", { name: "Moderate the comment of Zoé" }).click();
      await expect(page.getByText("Published: everybody reads it.")).toBeVisible();
      if (look === "painted") await expect(page.locator("[data-paint=on]")).toBeAttached();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (process.env.LOOK) {
        await page.screenshot({ path: `${process.env.LOOK}/inline-${look}-${colorScheme}-320.png`, fullPage: true });
        await page.setViewportSize({ width: 1000, height: 800 });
        await page.screenshot({ path: `${process.env.LOOK}/inline-${look}-${colorScheme}.png`, fullPage: true });
      }
    });
  }
}
