import { comment, expect, freshPage, ready, test, write } from "./fixtures.mjs";
import { Palabre } from "./palabre.mjs";

// A server of their own: these stop it.
let own;
test.beforeAll(async () => {
  own = await Palabre.start();
});
test.afterAll(() => own.end());

test("a restart keeps what was written, and the right to edit it", async ({ page }) => {
  const { url } = freshPage(own);
  await page.goto(url);
  await ready(page);
  await write(page, { name: "Zoé", body: "Survives **everything** 🌳 é" });
  await expect(comment(page, "Survives everything 🌳 é").getByRole("button", { name: "Edit" })).toBeVisible();
  await own.stop();
  await own.resume();
  await page.goto(url);
  await ready(page);
  await expect(comment(page, "Survives everything 🌳 é").getByRole("button", { name: "Edit" })).toBeVisible();
});

test("a server that is down: the text stays, and the reader is told why", async ({ page, complaints }) => {
  await page.goto(freshPage(own).url);
  await ready(page);
  await own.stop();
  await write(page, { name: "Zoé", body: "Not lost" });
  const body = page.getByRole("textbox", { name: "Your comment" });
  await expect(page.getByRole("alert").filter({ hasText: "The server did not answer" })).toBeVisible();
  await expect(body).toHaveValue("Not lost");
  complaints.length = 0; // the browser's own line about the refused connection
  await own.resume();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "Not lost").getByRole("button", { name: "Edit" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});
