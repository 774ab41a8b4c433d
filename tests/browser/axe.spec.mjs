import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, freshPage, ready, test, write } from "./fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map(
    (rule) => `${rule.id}: ${rule.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary}`).join("; ")}`,
  );
}

// The whole page in the window: what is far outside is not painted, by design.
async function showAll(page, look) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1000, height: height + 400 });
  const state = page.locator(".p-root");
  if (look === "painted") await expect(state).toHaveAttribute("data-paint", "on");
  else await expect(state).not.toHaveAttribute("data-paint", "on");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

// The same again would be a copy, which waits for a moderator: each test has words of its own.
const topics = [
  ["Bread", "Flour wants patience", "rye", "spelt", "sourdough", "loaf"],
  ["Bicycles", "Chains like oil", "spokes", "brakes", "derailleur", "ride"],
  ["Tea", "Mint grows anywhere", "sugar", "glasses", "kettle", "afternoon"],
  ["Swallows", "Barns are warm in April", "nests", "beams", "swifts", "summer"],
  ["Parcels", "Postage is not free", "stamps", "labels", "cardboard", "returns desk"],
  ["Markets", "Sundays are for sleeping", "stalls", "awnings", "council", "cheese"],
];

async function fill(palabre, key) {
  const [title, quoted, one, two, code, thing] = topics.shift();
  await palabre.post(key, {
    name: "Karim",
    body: `# ${title}\n\n> ${quoted}\n\n- ${one}\n- ${two}\n\n\`${code}\` and a **fucking good** ${thing}`,
  });
  const body = `\`\`\`\n${one} ${two} ${code}\n\`\`\`\n\nhttps://${title.toLowerCase()}.example/`;
  const answer = await palabre.post(key, { name: "Zoé", body });
  expect(answer.status).toBe(201);
}

for (const colorScheme of ["light", "dark"]) {
  for (const [look, file] of [
    ["painted", "plain.html"],
    ["unpainted", "unpainted.html"],
  ]) {
    test(`axe finds nothing: ${look}, ${colorScheme}, with every box open`, async ({ page, palabre }) => {
      const { url, key } = freshPage(palabre, file);
      await fill(palabre, key);
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      await ready(page);
      await showAll(page, look);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Reply to Karim" }).click();
      await page.getByRole("form", { name: "Write a reply" }).getByRole("button", { name: "Publish" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Flag the comment by Karim" }).click();
      await expect(page.getByRole("group", { name: "What is wrong with it?" })).toBeVisible();
      await expect(page.getByRole("button", { name: "fucking" })).toBeVisible();
      const composer = page.getByRole("form", { name: "Write a comment" });
      await composer.getByRole("textbox", { name: "Your comment" }).fill("https://a.example and https://b.example");
      await expect(composer.getByRole("status")).toContainText("2 links.");
      expect(await violations(page), "a flag, a mask, what will happen").toEqual([]);
      await page.getByRole("button", { name: "Cancel" }).click();
      await write(page, { name: "Jean", body: "My own" });
      await page.getByRole("button", { name: "Edit" }).click();
      await expect(page.getByRole("form", { name: "Edit your comment" })).toBeVisible();
      expect(await violations(page), "an edit").toEqual([]);
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.route("**/api/v1/comments/*", () => {}); // it stays on its way
      await page.getByRole("button", { name: "Delete" }).click();
      await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
      expect(await violations(page), "just deleted").toEqual([]);
    });
  }

  test(`axe finds nothing: no thread to show, ${colorScheme}`, async ({ page, palabre, complaints }) => {
    await page.emulateMedia({ colorScheme });
    await page.route("**/api/v1/thread*", (route) => route.abort());
    await page.goto(freshPage(palabre).url);
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    complaints.length = 0;
  });

  test(`axe finds nothing: plain page, ${colorScheme}`, async ({ page, palabre }) => {
    const { key } = freshPage(palabre);
    await fill(palabre, key);
    await page.emulateMedia({ colorScheme });
    await page.goto(`${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`);
    expect(await violations(page)).toEqual([]);
  });

  test(`axe finds nothing: the example blog, ${colorScheme}`, async ({ page, palabre }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ["/demo/", "/demo/articles/pain-au-levain.html", "/demo/articles/old-bicycle.html"]) {
      await page.goto(palabre.url + address);
      await ready(page);
      await showAll(page, "painted");
      expect(await violations(page), address).toEqual([]);
    }
  });
}
