// The queue in a browser: by keyboard alone, for a screen reader, on a phone, and with two moderators at once. The desk's
// answers are told here, so that slow and missing ones can be too; tests/http has the real ones.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "./fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const names = ["Ada", "Bela", "Cleo", "Dora", "Emil", "Fay"];

function item(index) {
  return {
    comment: {
      id: String(100 + index),
      author: { name: names[index] },
      body: `Words of ${names[index]} with **weight** and a link to https://pills.example/buy`,
      state: "held",
      created: "2026-11-20T20:00:00Z",
    },
    site: "demo",
    page: "/bridge",
    page_title: "The bridge is closed",
    page_url: "https://demo.example/bridge",
    author: `author-${index}`,
    revision: 1,
    flags: index === 1 ? 3 : 0,
    appealed: false,
    newcomer: index === 2,
    attention: 100,
    verdict: {
      verdict: "hold",
      reasons: [{ rule: "spam.links", severity: "mild", decision: "hold", field: "body", start: 0, end: 5, count: 1 }],
      scores: { offence: 0.1, spam: 0.72, promotion: 0.3 },
      sentiment: { label: "pos", score: 0.5, confidence: 0.8 },
    },
  };
}

/** What several members share: the items, and who decided what. */
class Desk {
  items = names.map((_, index) => item(index));
  change = 1;
  decisions = [];
  asked = [];
  down = false;

  async attend(page, name = "Amélie", id = "1") {
    await page.route("**/api/v1/admin/**", (route) => this.answer(route, name, id));
  }

  answer(route, name, id) {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace("/api/v1/admin/", "");
    if (this.down) return route.abort();
    this.asked.push(`${request.method()} ${path}`);
    const json = (body, status = 200) => route.fulfill({ json: body, status });
    if (path === "session") {
      const member = { id, name, email: "a@blog.example", role: "owner", created: 1.7e12 };
      return json({ member, csrf: "mark", sites: [{ id: "1", name: "demo", origins: ["https://demo.example"] }] });
    }
    const waiting = this.items.filter((one) => one.comment.state === "held");
    if (path === "queue") {
      return json({ items: waiting, next: "", counts: { waiting: waiting.length, all: 6 }, change: this.change });
    }
    if (path === "changes") {
      const since = Number(new URL(request.url()).searchParams.get("since"));
      const items = this.items.filter((one) => (one.changed ?? 0) > since);
      return json({ change: this.change, items, more: false, present: [], counts: {} });
    }
    if (path === "decisions") return json(this.decide(request.postDataJSON(), name));
    const undone = /^decisions\/(\d+)\/undo$/.exec(path);
    if (undone) return json(this.undo(Number(undone[1])));
    const detail = /^comments\/(\d+)$/.exec(path);
    if (detail)
      return json({
        item: this.items.find((one) => one.comment.id === detail[1]),
        author: { published: 0, refused: 0 },
      });
    return json({ code: "unknown_route", status: 404 }, 404);
  }

  set(one, state, by) {
    Object.assign(one, { revision: one.revision + 1, changed: ++this.change, decided_by: by });
    one.comment.state = state;
    one.attention = state === "held" ? 100 : 0;
  }

  decide({ action, items }, by) {
    const state = { approve: "published", hide: "hidden", spam: "spam", remove: "removed", hold: "held" }[action];
    const told = items.map(({ comment, revision }) => {
      const one = this.items.find((other) => other.comment.id === comment);
      const late = one.revision !== revision;
      if (!late) this.set(one, state, by);
      return {
        comment,
        outcome: late ? "conflict" : "done",
        state: one.comment.state,
        revision: one.revision,
        ...(late && { by: one.decided_by }),
      };
    });
    this.decisions.push(items.map(({ comment }) => comment));
    return { decision: this.decisions.length, items: told };
  }

  undo(number) {
    const items = this.decisions[number - 1].map((id) => {
      const one = this.items.find((other) => other.comment.id === id);
      this.set(one, "held", "");
      return { comment: id, outcome: "done", state: "held", revision: one.revision };
    });
    return { decision: number, items };
  }
}

async function enter(page, palabre, desk, hash = "#/queue") {
  await desk.attend(page);
  await page.goto(`${palabre.url}/admin${hash}`);
  await expect(row(page, "Ada")).toBeVisible();
}

const row = (page, name) => page.locator(".d-rows").getByRole("link", { name: new RegExp(`^${name}`) });

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run());
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("a queue is emptied and filled again without a mouse", async ({ page, palabre }) => {
  const desk = new Desk();
  await enter(page, palabre, desk);
  await page.keyboard.press("j");
  await expect(row(page, "Ada")).toBeFocused();
  await page.keyboard.press("a");
  await expect(row(page, "Bela")).toBeFocused();
  await expect(row(page, "Ada")).toHaveCount(0);
  await page.keyboard.press("d");
  await page.keyboard.press("s");
  await expect
    .poll(() => desk.items.slice(0, 3).map((one) => one.comment.state))
    .toEqual(["published", "removed", "spam"]);
  for (let i = 0; i < 3; ++i) await page.keyboard.press("u");
  await expect(row(page, "Ada")).toBeFocused();
  await expect.poll(() => desk.items.every((one) => one.comment.state === "held")).toBe(true);
  for (let i = 0; i < names.length; ++i) await page.keyboard.press("a");
  await expect(page.getByText("Nothing is waiting for you.")).toBeVisible();
});

test("an item is read, and one goes back to the list", async ({ page, palabre }) => {
  await enter(page, palabre, new Desk());
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ada", level: 2 })).toBeFocused();
  expect(page.url()).toContain("item=100");
  await expect(page.locator("mark")).toHaveText("Words");
  await page.keyboard.press("Escape");
  await expect(row(page, "Ada")).toBeFocused();
});

test("tabs are walked through by arrows, and keys are listed in a dialog that keeps the focus", async ({
  page,
  palabre,
}) => {
  await enter(page, palabre, new Desk());
  await page.getByRole("tab", { selected: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: /^Held/ })).toBeFocused();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  for (let i = 0; i < 5; ++i) await page.keyboard.press("Tab");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("nothing is lost while the network is away", async ({ page, palabre, complaints }) => {
  const desk = new Desk();
  await enter(page, palabre, desk);
  desk.down = true;
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect(page.getByText(/No connection\. \d decisions wait/)).toBeVisible();
  desk.down = false;
  await page.reload();
  await expect.poll(() => desk.items.slice(0, 2).map((one) => one.comment.state)).toEqual(["published", "published"]);
  complaints.length = 0; // the network's own
});

test("two moderators see what the other one decides", async ({ page, palabre, browser }) => {
  const desk = new Desk();
  await enter(page, palabre, desk);
  const other = await (await browser.newContext()).newPage();
  await desk.attend(other, "Basile", "2");
  await other.goto(`${palabre.url}/admin#/queue`);
  await expect(row(other, "Ada")).toBeVisible();
  await page.keyboard.press("j");
  await other.keyboard.press("j");
  await other.keyboard.press("d");
  await expect.poll(() => desk.items[0].comment.state).toBe("removed");
  await page.keyboard.press("a"); // before the news has come
  await expect(page.getByText("Basile was faster", { exact: false }).first()).toBeVisible();
  expect(desk.items[0].comment.state).toBe("removed");
  await other.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page, palabre }) => {
    await page.emulateMedia({ colorScheme });
    await enter(page, palabre, new Desk());
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    expect(await violations(page)).toEqual([]);
  });
}

test("on a phone there is the list or the item, and nothing scrolls sideways", async ({ page, palabre }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, palabre, new Desk());
  await expect(page.getByRole("toolbar", { name: "Decide", exact: true })).toBeHidden();
  await row(page, "Bela").click();
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await expect(row(page, "Bela")).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goBack();
  await expect(row(page, "Bela")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
