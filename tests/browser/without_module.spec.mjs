// No module (a strict content policy, an old browser, a file that did not arrive): forms and links do the same.
import { comment, expect, form, freshPage, test } from "./fixtures.mjs";

const troubles = {
  "is not there": (page) => page.route("**/palabre.wasm*", (route) => route.fulfill({ status: 404, body: "" })),
  "is damaged": (page) =>
    page.route("**/palabre.wasm*", (route) =>
      route.fulfill({ contentType: "application/wasm", body: Buffer.from("\0asm\x01\0\0\0damaged", "latin1") }),
    ),
  "may not be compiled": (page) =>
    page.route("**/pages/plain.html*", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "default-src 'self'; img-src data:" };
      await route.fulfill({ response, headers });
    }),
};

for (const [trouble, arrange] of Object.entries(troubles)) {
  test(`a module that ${trouble}: read, write and reply`, async ({ page, palabre, complaints }) => {
    const { url, key } = freshPage(palabre);
    await palabre.post(key, { name: "Karim", body: "Readable" });
    await arrange(page);
    const gaveUp = page.waitForEvent("console", (message) => message.text().includes("stays plain"));
    await page.goto(url);
    await expect(comment(page, "Readable")).toBeVisible();
    await gaveUp;
    await page.getByRole("button", { name: "Reply to Karim" }).click();
    await expect(page).toHaveURL(/\/t\/demo\/.*\?reply=\d+&lang=en#palabre-\d+$/);
    const reply = form(page, "Write a reply");
    await reply.getByRole("textbox", { name: "Your comment" }).fill("By a plain form");
    await reply.getByRole("textbox", { name: "Name" }).fill("Zoé");
    await reply.getByRole("button", { name: "Publish" }).click();
    await expect(comment(page, "Readable").getByRole("article").filter({ hasText: "By a plain form" })).toBeVisible();

    await page.goto(url);
    const fresh = form(page, "Write a comment");
    await fresh.getByRole("textbox", { name: "Your comment" }).fill("Sent before it gave up");
    await fresh.getByRole("textbox", { name: "Name" }).fill("Zoé");
    await fresh.getByRole("button", { name: "Publish" }).click();
    await expect(comment(page, "Sent before it gave up")).toBeVisible();
    await expect(page).toHaveURL(/\/t\/demo\//);
    complaints.length = 0; // the browser's own lines about the missing file and the policy
  });
}

test("the order and further pages lead to the server's page", async ({ page, palabre, complaints }) => {
  const { url, key } = freshPage(palabre);
  for (let i = 0; i < 101; i += 1) await palabre.post(key, { body: `Number ${i}.` });
  await troubles["is not there"](page);
  const gaveUp = page.waitForEvent("console", (message) => message.text().includes("stays plain"));
  await page.goto(url);
  await gaveUp;
  await page.getByRole("button", { name: "Show more comments" }).click();
  await expect(page.getByText("Number 0.", { exact: true })).toBeVisible();
  await page.goto(url);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("oldest");
  await expect(page).toHaveURL(/\/t\/demo\/.*\?sort=oldest&lang=en$/);
  complaints.length = 0;
});
