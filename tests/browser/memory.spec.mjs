// What the reader's browser keeps, what was done before the module came, and where the focus goes.
import { comment, expect, form, freshPage, holdModule, ready, test, write } from "./fixtures.mjs";

test("two tabs keep each other's rights to edit", async ({ page, palabre }) => {
  const { url } = freshPage(palabre);
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await tab.goto(url);
    await ready(tab);
  }
  for (const [tab, body] of [
    [page, "From the first tab"],
    [other, "From the second tab"],
    [page, "From the first tab again"],
  ]) {
    await write(tab, { name: "Zoé", body });
    await expect(comment(tab, body).getByRole("button", { name: "Edit" })).toBeVisible();
  }
  await other.reload();
  await ready(other);
  await expect(other.getByRole("button", { name: "Edit" })).toHaveCount(3);
  // What one tab deletes does not come back through the other.
  await comment(other, "From the second tab").getByRole("button", { name: "Delete" }).click();
  await expect(other.getByText("From the second tab")).toHaveCount(0);
  await expect(other.getByText("Comment deleted.")).toHaveCount(0);
  await other.reload();
  await ready(other);
  await expect(other.getByRole("button", { name: "Edit" })).toHaveCount(2);
});

test("a damaged memory does no harm", async ({ page, palabre }) => {
  const { url } = freshPage(palabre);
  await page.addInitScript(() => {
    localStorage.setItem("palabre:own:demo", '[null,7,{"id":5},"x"]');
    localStorage.setItem("palabre:me", "[");
  });
  await page.goto(url);
  await ready(page);
  await write(page, { name: "Zoé", body: "All the same" });
  await expect(comment(page, "All the same").getByRole("button", { name: "Edit" })).toBeVisible();
});

test("what is typed and pressed before the module comes is not lost", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await palabre.post(key, { name: "Karim", body: "A question" });
  const release = await holdModule(page);
  await page.goto(url);
  await write(page, { name: "Early", body: "Sooner than the module" });
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  release();
  await expect(comment(page, "Sooner than the module").getByRole("button", { name: "Edit" })).toBeVisible();
  await expect(page.getByText("Sooner than the module")).toHaveCount(1);
  await expect(form(page, "Write a reply")).toBeVisible();
});

test("the end of the time to edit takes the controls, and not the reader's place", async ({ page, palabre }) => {
  await page.clock.install();
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await write(page, { name: "Zoé", body: "For fifteen minutes" });
  const edit = comment(page, "For fifteen minutes").getByRole("button", { name: "Edit" });
  await edit.focus();
  await page.clock.runFor(15 * 60_000 + 1000);
  await expect(edit).toHaveCount(0);
  await expect(comment(page, "For fifteen minutes")).toBeFocused();
});
