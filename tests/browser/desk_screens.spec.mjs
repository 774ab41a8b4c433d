// Every screen of the desk on the real server: nothing for axe to find, painted, unpainted and in forced colours, on a
// desktop and on a phone; and nothing that scrolls sideways in a window of 320 pixels.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test as base } from "@playwright/test";
import { Palabre } from "./palabre.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const owner = { name: "Amélie Durand", email: "amelie@blog.example", password: "a short sentence" };

/** A desk with something on every screen, and the cookie of its owner. */
async function furnish(palabre) {
  const token = /#setup=([\w-]+)/.exec(await palabre.setupLink())[1];
  const json = { "content-type": "application/json", origin: palabre.url };
  const admin = `${palabre.url}/api/v1/admin`;
  const joined = await fetch(`${admin}/invitations/${token}`, {
    method: "POST",
    headers: json,
    body: JSON.stringify(owner),
  });
  expect(joined.ok).toBe(true);
  const { csrf } = await joined.json();
  const [name, value] = joined.headers.getSetCookie()[0].split(";")[0].split("=");
  const ask = async (path, body) => {
    const headers = { ...json, cookie: `${name}=${value}`, "x-palabre-desk": csrf };
    const answer = await fetch(`${admin}/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    expect([path, answer.ok]).toEqual([path, true]);
    return answer.json();
  };
  const page = "/demo/articles/old-bicycle.html";
  const long = `A-name-without-a-single-space-${"x".repeat(30)}`;
  const ids = [];
  for (const [author, body] of [
    [long, `Long: https://${"long".repeat(14)}.example/a https://b.example/${"path/".repeat(30)}`],
    ["Ada", "You are a fucking idiot, and see https://one.example/a and https://two.example/b"],
    ["Bela", "Two links: https://three.example/a and https://four.example/b"],
  ]) {
    const posted = await palabre.post(page, { name: author, body });
    expect(posted.status).toBe(201);
    ids.push((await posted.json()).comment.id);
  }
  await ask("bans", { comment: ids[2], subject: "author", effect: "mute", hours: 24, note: "Posts links only." });
  await ask("rules", { site: "demo", kind: "hold_domain", value: "pills.example" });
  await ask("invitations", { role: "moderator", email: "basile@blog.example" });
  const posts = await furnishPlan(palabre, ask);
  return { posts, cookie: { name, value, url: palabre.url, httpOnly: true, sameSite: "Strict" }, first: ids[0] };
}

/** Something on every screen of the plan. */
async function furnishPlan(palabre, ask) {
  const make = async (post) => (await ask("posts", { post: { site: "demo", ...post }, revision: 0 })).id;
  const reader = (method, path, body) =>
    fetch(`${palabre.url}/api/v1/${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        origin: palabre.url,
        authorization: `Bearer ${randomBytes(18).toString("base64url")}`,
      },
      body: JSON.stringify(body),
    });
  const options = ["Tea", `A-long-answer-${"x".repeat(60)}`, "Water"].map((text, i) => ({ id: i + 1, text }));
  const poll = await make({
    kind: "poll",
    state: "planned",
    title: "What do you drink while you read, and why is it always the same thing?",
    poll: { kind: "ranked", options, least: 1, most: 3, results: "always", secrecy: "secret" },
  });
  for (const choices of [[1, 2], [2, 1], [3, 2], [1]]) {
    expect((await reader("PUT", `polls/${poll}/ballot`, { choices })).status).toBe(200);
  }
  const contest = await make({
    kind: "contest",
    state: "planned",
    title: "Caption this",
    contest: { kind: "caption", choosing: "draw", winners: 2, moderation: "each", prize: "A mug" },
  });
  for (const name of ["Ada", "Bela"]) {
    const entry = { name, naming: "initials", text: `A line by ${name}` };
    expect((await reader("PUT", `contests/${contest}/entry`, entry)).status).toBe(200);
  }
  await make({ kind: "announcement", state: "planned", title: "Half price", purpose: "promotion", shape: "banner" });
  await make({ kind: "question", state: "draft", title: "What shall we write about?" });
  return { poll, contest };
}

const test = base.extend({
  desk: [
    async ({}, use) => {
      const palabre = await Palabre.start();
      await use({ url: palabre.url, ...(await furnish(palabre)) });
      await palabre.end();
    },
    { scope: "worker" },
  ],
});

const title = (page) => page.getByRole("heading", { level: 1 });

/** What is on each screen once it is all there. */
const screens = [
  ["#/queue", (page) => page.getByRole("region", { name: "Why it is here" })],
  ["#/queue?tab=all", (page) => page.locator(".d-rows li").nth(5)],
  ["#/plan", (page) => page.locator(".d-post").first()],
  ["#/plan?view=list", (page) => page.getByRole("link", { name: "What shall we write about?" })],
  ["#/plan/new/announcement", (page) => page.getByRole("button", { name: "Publish now" })],
  ["#/plan/new/poll", (page) => page.getByRole("textbox", { name: "Answer 2" })],
  ["#/plan/new/contest", (page) => page.getByRole("combobox", { name: "Kind of contest" })],
  ["#/plan/POLL", (page) => page.getByText("4 people have voted")],
  ["#/plan/POLL/results", (page) => page.getByRole("columnheader", { name: "Round 1" })],
  ["#/plan/CONTEST/entries", (page) => page.getByText("A line by Ada")],
  ["#/overview", (page) => page.getByRole("figure").first()],
  ["#/log", (page) => page.getByText("made a rule").last()],
  ["#/bans", (page) => page.getByText("Posts links only.")],
  ["#/settings", (page) => page.getByRole("link", { name: "demo" })],
  ["#/settings/demo/policy", (page) => page.getByRole("button", { name: "Careful" })],
  ["#/settings/demo/lists", (page) => page.getByRole("textbox", { name: "Words to hold" })],
  ["#/settings/demo/lists/blocked_domains", (page) => page.getByRole("textbox", { name: "Blocked domains" })],
  ["#/settings/demo/origins", (page) => page.getByRole("textbox", { name: "Addresses of the site" })],
  ["#/settings/demo/appearance", (page) => page.getByRole("textbox", { name: "Accent colour" })],
  ["#/settings/demo/embed", (page) => page.getByText("embed.js")],
  ["#/team", (page) => page.getByText("basile@blog.example")],
  ["#/account", (page) => page.getByRole("textbox", { name: "Present password" })],
];

async function violations(page) {
  await page.evaluate(axe);
  // The preview is the readers' own widget in a frame; axe.spec.mjs looks at that.
  const found = await page.evaluate(() => window.axe.run({ exclude: ["iframe"] }, { resultTypes: ["violations"] }));
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`,
  );
}

async function enter(page, desk) {
  await page.context().addCookies([desk.cookie]);
  await page.goto(`${desk.url}/admin#/queue`);
  await expect(title(page)).toBeVisible();
}

async function show(page, [hash, there], desk) {
  const phone = page.viewportSize().width < 600;
  const item = phone && hash === "#/queue" ? `#/queue?item=${desk.first}` : hash;
  const place = item.replace("POLL", desk.posts.poll).replace("CONTEST", desk.posts.contest);
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await expect(there(page)).toBeVisible();
}

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const looks = {
  "painted, light": { colorScheme: "light" },
  "painted, dark": { colorScheme: "dark" },
  unpainted: { colorScheme: "light", withoutWebGl: true },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

for (const [look, { withoutWebGl, ...media }] of Object.entries(looks)) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`axe finds nothing on any screen: ${look}, ${size}`, async ({ page, desk }) => {
      test.setTimeout(120_000);
      if (withoutWebGl) {
        await page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
          if (window.OffscreenCanvas) OffscreenCanvas.prototype.getContext = () => null;
        });
      }
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      await page.goto(`${desk.url}/admin`);
      await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
      const found = [["sign-in", await violations(page)]];
      await enter(page, desk);
      for (const screen of screens) {
        await show(page, screen, desk);
        found.push([screen[0], await violations(page)]);
      }
      expect(found.filter(([, all]) => all.length)).toEqual([]);
      const painted = await page.locator(".d-root").getAttribute("data-paint");
      expect(painted === "on").toBe(look.startsWith("painted"));
    });
  }
}

test("no screen scrolls sideways in a window of 320 pixels", async ({ page, desk }) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.goto(`${desk.url}/admin`);
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  const widths = [["sign-in", await width()]];
  await enter(page, desk);
  widths.push(["the list", await width()]);
  for (const screen of screens) {
    await show(page, screen, desk);
    widths.push([screen[0], await width()]);
  }
  expect(widths.filter(([, pixels]) => pixels > 320)).toEqual([]);
});
