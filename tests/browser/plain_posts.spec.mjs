// Polls and contests without script: above a thread's plain page, and by themselves.
import { Owner } from "./engage.mjs";
import { expect, test } from "./fixtures.mjs";

const phone = { width: 360, height: 740 };
test.use({ javaScriptEnabled: false, viewport: phone });

const contest = (owner, key, more) =>
  owner.contest(key, { prize: "A walk", ...more }, { title: "Win a walk with the gardener" });

test("vote above the thread, change it and take it back", async ({ page, palabre, complaints }) => {
  const owner = await Owner.of(palabre);
  await owner.poll("/plain-vote", ["Oak", "Birch"]);
  await page.goto(`${palabre.url}/t/demo/plain-vote`);
  const poll = page.getByRole("article", { name: "Which tree should stand in the square?" });
  await poll.getByRole("group", { name: "Choose one answer." }).getByRole("radio", { name: "Birch" }).check();
  await poll.getByRole("button", { name: "Vote" }).click();
  await expect(page).toHaveURL(/\/t\/demo\/plain-vote/);
  await expect(poll).toContainText("Your vote: Birch");
  await poll.getByRole("link", { name: "Change your vote" }).click();
  await page.getByRole("radio", { name: "Oak" }).check();
  await page.getByRole("button", { name: "Vote" }).click();
  await expect(poll).toContainText("Your vote: Oak");
  await poll.getByRole("button", { name: "Take your vote back" }).click();
  await expect(poll).not.toContainText("Your vote");
  await expect(poll.getByRole("radio", { name: "Oak" })).not.toBeChecked();
  await poll.getByRole("button", { name: "Vote" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveAttribute("href", /-questions$/);
  complaints.length = 0; // the browser's own line about the 4xx
  await page.getByRole("link", { name: "Back to the page" }).click();
  await expect(page).toHaveURL(/\/t\/demo\/plain-vote/);
});

test("comment first, then take part, keep the receipt and withdraw", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  await contest(owner, "/plain-contest", { comment_first: true });
  await page.goto(`${palabre.url}/t/demo/plain-contest`);
  const card = page.getByRole("article", { name: "Win a walk with the gardener" });
  await expect(card).toContainText("Write a comment on this page – still missing");
  await expect(card.getByRole("button", { name: "Take part" })).toHaveCount(0);
  await card.getByRole("link", { name: "Write a comment on this page" }).click();
  const composer = page.getByRole("form", { name: "Write a comment" });
  await composer.getByLabel("Your comment").fill("I walk there every day.");
  await composer.getByLabel("Name").fill("Ada Lovelace");
  await composer.getByRole("button", { name: "Publish" }).click();
  await expect(card).toContainText("Write a comment on this page – done");
  await card.getByLabel("Your caption").fill("A tree with a view");
  await card.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await card.getByRole("radio", { name: "by your initials" }).check();
  await card.getByRole("button", { name: "Take part" }).click();
  await expect(card).toContainText("You are taking part. Your number: 1.");
  await expect(card.getByText(/^[0-9a-f]{32}$/)).toBeVisible();
  await card.getByRole("button", { name: "Withdraw" }).click();
  await expect(card).not.toContainText("You are taking part");
  await expect(card.getByRole("button", { name: "Take part" })).toBeVisible();
});
