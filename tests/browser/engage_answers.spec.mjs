// Polls that a member puts into an answer, where the page was there before them.
import { Owner } from "./engage.mjs";
import { comment, expect, form, freshPage, ready, test } from "./fixtures.mjs";

const trees = ["Oak", "Birch", "Pine"];
const poll = (page) => page.getByRole("article", { name: "Which tree should stand in the square?" });
const lookAgain = (page) => page.evaluate(() => dispatchEvent(new Event("online")));

async function asked(palabre, key) {
  const answer = await palabre.post(key, { name: "Zoé", body: "Which tree will it be?" });
  return (await answer.json()).comment.id;
}

test("a poll in an answer that comes in later is there, and counts", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  const { id } = await owner.poll("", trees);
  const question = await asked(palabre, key);
  await page.goto(url);
  await ready(page);
  await owner.reply(question, `You decide.\n[poll:${id}]`);
  await lookAgain(page);
  await page.getByRole("button", { name: "Show 1 new comment" }).click();
  await poll(page).getByRole("radio", { name: "Oak" }).check();
  await poll(page).getByRole("button", { name: "Vote" }).click();
  await expect(poll(page)).toContainText("Your vote: Oak");
  await expect(poll(page)).toContainText("1 person voted");

  // A second one comes where the first is looked after already, and takes nothing away from it.
  const second = await owner.poll("", ["Ash", "Elm"], {}, { title: "And which one next?" });
  await owner.reply(question, `And then.\n[poll:${second.id}]`);
  await lookAgain(page);
  await page.getByRole("button", { name: "Show 1 new comment" }).click({ timeout: 20_000 });
  await expect(page.getByRole("article", { name: "And which one next?" }).getByRole("radio")).toHaveCount(2);
  await expect(poll(page)).toContainText("Your vote: Oak");
  await expect(page.locator(".p-slot .p-engage")).toHaveCount(2);
});

test("a member's own fresh answer shows its poll", async ({ page, palabre }) => {
  const owner = await Owner.of(palabre);
  const { url, key } = freshPage(palabre);
  const { id } = await owner.poll("", trees);
  await asked(palabre, key);
  await page.goto(await owner.moderated(url));
  await ready(page);
  await comment(page, "Which tree will it be?").getByRole("button", { name: "Reply to Zoé" }).click();
  const reply = form(page, "Write a reply");
  await expect(reply.getByText("as Amélie")).toBeVisible();
  await reply.getByRole("textbox", { name: "Your comment" }).fill(`You decide.\n[poll:${id}]`);
  await reply.getByRole("button", { name: "Publish" }).click();
  await expect(poll(page).getByRole("radio", { name: "Oak" })).toBeVisible();
});

test("a network that is lost for a moment costs no poll", async ({ page, palabre, complaints }) => {
  const owner = await Owner.of(palabre);
  const { id } = await owner.poll("", trees);
  let tries = 0;
  await page.route(`**/api/v1/posts/${id}?*`, (route) => (++tries === 1 ? route.abort() : route.continue()));
  await page.goto(`${palabre.url}/demo/pages/posts.html?poll=${id}`);
  await expect(poll(page).getByRole("radio", { name: "Oak" })).toBeVisible();
  complaints.length = 0; // the browser's own line about the request
});
