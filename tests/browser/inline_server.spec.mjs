// Moderating in the page against the real desk: a member's code, another's page, and what a page's token may not do.
import { execFileSync } from "node:child_process";
import { comment, expect, freshPage, ready, test } from "./fixtures.mjs";

const held = "Two links here: https://one.example/a and https://two.example/b";

/** Signs an owner up by a link from the command line; answers what asks the desk as them. */
async function owner(palabre) {
  const said = execFileSync(palabre.program, [
    "owner",
    "create",
    "--data",
    palabre.data,
    "--origin-of-server",
    palabre.url,
  ]).toString();
  const token = /#(?:setup|invite)=([\w-]+)/.exec(said)[1];
  const admin = `${palabre.url}/api/v1/admin`;
  const person = { name: "Amélie", email: `a${process.pid}-${Date.now()}@blog.example`, password: "a short sentence" };
  const answer = await fetch(`${admin}/invitations/${token}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: palabre.url },
    body: JSON.stringify(person),
  });
  expect(answer.ok).toBe(true);
  const { csrf } = await answer.json();
  const cookie = answer.headers.getSetCookie()[0].split(";")[0];
  return (method, path, body) =>
    fetch(`${admin}/${path}`, {
      method,
      headers: { cookie, origin: palabre.url, "x-palabre-desk": csrf, "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
}

async function codeFor(ask, site, origin) {
  const answer = await ask("POST", "inline", { site, origin });
  expect(answer.status).toBe(201);
  return (await answer.json()).code;
}

function exchange(palabre, code, origin) {
  return fetch(`${palabre.url}/api/v1/admin/inline/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ code }),
  });
}

test("a held comment is approved in the page, seen by a reader, and undone", async ({ page, palabre, browser }) => {
  const fresh = freshPage(palabre);
  await palabre.post(fresh.key, { name: "Zoé", body: "Thank you for this article." });
  await palabre.post(fresh.key, { name: "Léon", body: held });
  const ask = await owner(palabre);
  await page.goto(`${fresh.url}#palabre-moderate=${await codeFor(ask, "demo", palabre.url)}`);
  await ready(page);
  const waiting = comment(page, "Two links here");
  await waiting.getByRole("button", { name: "Approve" }).press("Enter");
  await expect(waiting.getByText("Approved: everybody reads it.")).toBeVisible();
  const reader = await browser.newPage();
  await expect(async () => {
    await reader.goto(fresh.url);
    await expect(comment(reader, "Two links here")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(reader.getByText("You moderate here")).toHaveCount(0);
  await waiting.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(waiting.getByText("Held: only its author and your team see it.")).toBeVisible();
  await expect(async () => {
    await reader.reload();
    await ready(reader);
    await expect(reader.getByText("Two links here")).toHaveCount(0, { timeout: 1000 });
  }).toPass();
  await reader.close();
});

test("a code works once, and from the origin that it was made for", async ({ palabre, elsewhere }) => {
  const ask = await owner(palabre);
  const code = await codeFor(ask, "demo", palabre.url);
  expect((await exchange(palabre, code, palabre.url)).status).toBe(201);
  expect((await exchange(palabre, code, palabre.url)).ok).toBe(false);
  const stolen = await codeFor(ask, "demo", palabre.url);
  expect((await exchange(palabre, stolen, elsewhere.url)).ok).toBe(false);
  expect((await exchange(palabre, stolen, palabre.url)).ok).toBe(false);
  expect((await exchange(palabre, "guessed", palabre.url)).ok).toBe(false);
  expect((await ask("POST", "inline", { site: "demo", origin: elsewhere.url })).ok).toBe(false);
});

test("a page's token opens its own site from its own origin, and no more", async ({ palabre, elsewhere }) => {
  const ask = await owner(palabre);
  const { token } = await (
    await exchange(palabre, await codeFor(ask, "elsewhere", elsewhere.url), elsewhere.url)
  ).json();
  const as = (path, { origin = elsewhere.url, method = "GET", body } = {}) =>
    fetch(`${palabre.url}/api/v1/admin/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, origin, "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
  expect((await as("queue?tab=held&site=elsewhere")).status).toBe(200);
  expect((await as("queue?tab=held&site=elsewhere", { origin: palabre.url })).status).toBe(403);
  const others = await as("queue?tab=all&site=demo");
  expect(others.ok ? (await others.json()).items : []).toEqual([]);
  const posted = await palabre.post(freshPage(palabre).key, { name: "Zoé", body: "A comment of the other site." });
  const { id } = (await posted.json()).comment;
  expect((await as(`comments/${id}`)).ok).toBe(false);
  const decided = await as("decisions", {
    method: "POST",
    body: { action: "remove", items: [{ comment: id, revision: 1 }] },
  });
  if (decided.ok) expect((await decided.json()).items[0].outcome).toBe("gone");
  expect((await as("replies", { method: "POST", body: { parent: id, body: "Not from here." } })).ok).toBe(false);
  for (const path of ["team", "bans?site=elsewhere", "audit", "sites", "sites/elsewhere"]) {
    expect([path, (await as(path)).status]).toEqual([path, 403]);
  }
  expect((await as("session", { method: "DELETE" })).status).toBe(204);
  expect((await as("queue?tab=held&site=elsewhere")).status).toBe(401);
});
