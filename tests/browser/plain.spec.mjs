import { comment, expect, form, freshPage, test } from "./fixtures.mjs";

test.use({ javaScriptEnabled: false });

test("without script: read, write and reply by forms", async ({ page, palabre }) => {
  const { key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  const plain = `${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`;
  await page.goto(plain);
  await expect(comment(page, "A question")).toBeVisible();

  await form(page, "Write a comment").getByRole("textbox", { name: "Your comment" }).fill("By a **form**, é 🥖");
  await form(page, "Write a comment").getByRole("textbox", { name: "Name" }).fill("Zoé");
  await form(page, "Write a comment").getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "By a form, é 🥖").getByRole("heading", { name: "Zoé" })).toBeVisible();

  await comment(page, "A question").getByRole("link", { name: "Reply to Karim" }).click();
  await form(page, "Write a reply").getByRole("textbox", { name: "Your comment" }).fill("An answer");
  await form(page, "Write a reply").getByRole("textbox", { name: "Name" }).fill("Zoé");
  await form(page, "Write a reply").getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "A question").getByRole("article").filter({ hasText: "An answer" })).toBeVisible();

  await page.goto(plain);
  await expect(page.getByRole("heading", { name: "3 comments" })).toBeVisible();
});

test("without script: a refused form keeps the text and says why", async ({ page, palabre, complaints }) => {
  const { key } = freshPage(palabre);
  await page.goto(`${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`);
  await form(page, "Write a comment").getByRole("textbox", { name: "Your comment" }).fill("Words worth keeping");
  await form(page, "Write a comment").getByRole("textbox", { name: "Name" }).fill("   ");
  await form(page, "Write a comment").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("alert")).toContainText("may not be empty");
  await expect(page.getByRole("textbox", { name: "Your comment" })).toHaveValue("Words worth keeping");
  complaints.length = 0; // the browser's own line about the 4xx
});

test("without script: a refused reply stays a reply", async ({ page, palabre, complaints }) => {
  const { key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  await page.goto(`${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`);
  await comment(page, "A question").getByRole("link", { name: "Reply to Karim" }).click();
  const reply = form(page, "Write a reply");
  await reply.getByRole("textbox", { name: "Your comment" }).fill("An answer");
  await reply.getByRole("textbox", { name: "Name" }).fill("   ");
  await reply.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("alert")).toContainText("may not be empty");
  await expect(reply.getByRole("textbox", { name: "Your comment" })).toHaveValue("An answer");
  await reply.getByRole("textbox", { name: "Name" }).fill("Zoé");
  await reply.getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "A question").getByRole("article").filter({ hasText: "An answer" })).toBeVisible();
  complaints.length = 0; // the browser's own line about the 4xx
});
