// The widget in every language that there is a catalogue in; right to left where the language is.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { comment, expect, form, freshPage, ready, test } from "./fixtures.mjs";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../shared/view/catalogues");
const catalogues = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(path.join(folder, name), "utf8"))]),
);

const counted = (words, lang, n) =>
  words[`thread.count.${new Intl.PluralRules(lang).select(n)}`].replace("{n}", new Intl.NumberFormat(lang).format(n));

async function talk(palabre, key) {
  const first = await palabre.post(key, { name: "Karim", body: "First" });
  const { comment: parent } = await first.json();
  const answer = { site: "demo", page: key, author: { name: "Zoé" }, body: "Second", parent: parent.id };
  const headers = { "content-type": "application/json", origin: palabre.url };
  await fetch(`${palabre.url}/api/v1/comments`, { method: "POST", headers, body: JSON.stringify(answer) });
}

for (const [lang, words] of catalogues) {
  test(`${lang}: the words of the server are those of the module, and the dates are its own`, async ({
    page,
    palabre,
  }) => {
    const { url, key } = freshPage(palabre, "language.html");
    await talk(palabre, key);
    const asked = [];
    page.on("request", (request) => {
      if (request.url().includes("/messages/")) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(`${url}#${lang}`);
    await expect(page.getByRole("heading", { name: counted(words, lang, 2), exact: true })).toBeVisible();
    await ready(page);
    expect(asked).toEqual([`/messages/${lang}.json`]);
    const thread = page.locator("section.p-thread");
    await expect(thread).toHaveAttribute("lang", lang);
    await expect(thread).toHaveCSS("direction", lang === "ar" ? "rtl" : "ltr");
    const now = new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(0, "second");
    await expect(page.locator("time").first()).toHaveText(now);

    // From here on it is the module that speaks.
    await page.getByRole("button", { name: words["comment.reply_to"].replace("{name}", "Karim") }).click();
    const reply = form(page, words["composer.reply"]);
    await expect(reply).toBeVisible();
    await reply.getByRole("button", { name: words["composer.publish"], exact: true }).click();
    await expect(reply.getByRole("alert")).toHaveText(words["error.field_empty.body"]);
    await expect(page.locator(".p-thread")).not.toContainText("⟨");
  });
}

test("a region's tag is spoken as its language; Arabic has the digits of its words", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre, "language.html");
  await talk(palabre, key);
  await page.goto(`${url}#ar-EG`);
  await ready(page);
  await expect(page.locator("section.p-thread")).toHaveAttribute("lang", "ar");
  await expect(page.locator("a.p-time").first()).toHaveAttribute("title", /\d{4}/);
  await page.goto(`${url}&x#pt_BR`);
  await expect(page.locator("section.p-thread")).toHaveAttribute("lang", "pt");
});

test("why a thread is refused is said in the reader's language", async ({ page, palabre, complaints }) => {
  const { url } = freshPage(palabre, "language.html");
  const refusal = { status: 404, contentType: "application/problem+json", body: '{"code":"unknown_site"}' };
  await page.route("**/api/v1/thread*", (route) => route.fulfill(refusal));
  await page.goto(`${url}#nl`);
  const words = catalogues.get("nl");
  await expect(page.getByRole("alert")).toHaveText(`${words["thread.failed"]} ${words["error.unknown_site"]}`);
  await expect(page.getByRole("button", { name: words["thread.retry"] })).toBeVisible();
  complaints.length = 0; // the refusal, and the owner's hint
});

test("without its catalogue the thread stays plain and readable", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre, "language.html");
  await talk(palabre, key);
  await page.route("**/messages/**", (route) => route.fulfill({ status: 404, body: "" }));
  const gaveUp = page.waitForEvent("console", (message) => message.text().includes("stays plain"));
  await page.goto(`${url}#de`);
  await gaveUp;
  await expect(comment(page, "Second")).toBeVisible();
  await page.getByRole("button", { name: "Karim antworten" }).click();
  await expect(page).toHaveURL(/\/t\/demo\/.*\?reply=\d+&lang=de#palabre-\d+$/);
  complaints.length = 0; // the browser's own line about the missing file
});

test("in Arabic an empty field waits for Arabic, and code stays as it is written", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre, "language.html");
  await palabre.post(key, { name: "يوسف", body: "مثال: `a = 1;`\n\n```\nlet x = 1;\n```" });
  await page.goto(`${url}#ar`);
  await ready(page);
  for (const field of await page.getByRole("textbox").all()) {
    await expect(field).toHaveCSS("direction", "rtl");
    await expect(field).toHaveCSS("unicode-bidi", "plaintext"); // what is written has its own
  }
  await expect(page.locator(".p-body")).toHaveCSS("direction", "rtl");
  await expect(page.locator(".p-body code")).toHaveCSS("direction", "ltr");
  await expect(page.locator(".p-body pre")).toHaveCSS("direction", "ltr");
});

// Whether anything is drawn on a piece of the window: how far its darkest point is from its lightest.
async function contrast(page, clip) {
  const picture = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const greens = data.filter((_, index) => index % 4 === 1);
    return Math.max(...greens) - Math.min(...greens);
  }, picture);
}

for (const paint of ["auto", "off"]) {
  for (const [lang, side] of [
    ["ar", -1],
    ["en", 1],
  ]) {
    test(`${lang}, paint ${paint}: a reply stands ${side < 0 ? "left" : "right"} of its parent, joined by a line`, async ({
      page,
      palabre,
    }) => {
      const { url, key } = freshPage(palabre, "language.html");
      await talk(palabre, key);
      await page.goto(`${url}#${lang},${paint}`);
      await ready(page);
      if (paint === "auto") await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
      await comment(page, "Second").scrollIntoViewIfNeeded();
      // Measured each time: the page may still be moving.
      const measure = async () => {
        const parent = await page.locator(".p-depth-1 > .p-card .p-avatar").first().boundingBox();
        const reply = await page.locator(".p-depth-2 > .p-card .p-avatar").boundingBox();
        const trunk = parent.x + parent.width / 2;
        const near = side < 0 ? reply.x + reply.width : reply.x; // the edge of its face that looks at the trunk
        return { trunk, near, middle: reply.y + reply.height / 2 };
      };
      const level = (middle, from, to) => ({
        x: Math.min(from, to),
        y: middle - 4,
        width: Math.abs(to - from),
        height: 8,
      });
      const between = async () => {
        const { trunk, near, middle } = await measure();
        return contrast(page, level(middle, trunk + side * 4, near - side * 6));
      };
      const beyond = async () => {
        const { trunk, middle } = await measure();
        return contrast(page, level(middle, trunk - side * 4, trunk - side * 14));
      };
      const { trunk, near } = await measure();
      expect(Math.sign(near - trunk)).toBe(side);
      // The elbow's level part lies between both, and nothing lies on the other side of the trunk.
      await expect.poll(between).toBeGreaterThan(8);
      await expect.poll(beyond).toBeLessThan(8);
    });
  }
}
