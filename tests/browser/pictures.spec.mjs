// The painted thread beside a kept picture, at three scales. After a wanted change of looks:
//   RENEW_PICTURES=1 npx playwright test pictures
import { expect, freshPage, ready, test } from "./fixtures.mjs";

async function open(page, palabre) {
  const { url, key } = freshPage(palabre, "calm.html");
  const answer = await palabre.post(key, { name: "Amélie", body: "A *calm* page.\n\n> quoted words" });
  const parent = (await answer.json()).comment.id;
  await palabre.post(key, { name: "Karim", body: "Yes: `code()`", parent });
  await page.goto(url);
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
  await page.addStyleTag({ content: ":root { --palabre-font: 'DejaVu Sans', sans-serif } .column { margin: 8px }" });
  await page.locator("time").evaluateAll((times) => times.forEach((time) => (time.textContent = "today")));
}

// Words may be drawn a little otherwise by another browser; a line, a ring or a face may not be missing.
const tolerance = { maxDiffPixelRatio: 0.0006, threshold: 0.1, animations: "disabled", caret: "hide" };

for (const deviceScaleFactor of [1, 1.5, 2]) {
  test.describe(`at ${deviceScaleFactor} device pixels`, () => {
    test.use({ deviceScaleFactor, viewport: { width: 420, height: 900 } });
    test("comments look as kept", async ({ page, palabre }) => {
      await open(page, palabre);
      const list = page.locator(".p-list");
      await list.scrollIntoViewIfNeeded();
      const name = `comments-${String(deviceScaleFactor).replace(".", "_")}.png`;
      await expect(list).toHaveScreenshot(name, { ...tolerance, scale: "device" });
    });
    test("a focused field looks as kept", async ({ page, palabre }) => {
      await open(page, palabre);
      const field = page.locator(".p-input-body").first();
      await field.focus();
      await expect(field).toBeFocused();
      const name = `focus-${String(deviceScaleFactor).replace(".", "_")}.png`;
      await expect(page.locator(".p-composer").first()).toHaveScreenshot(name, { ...tolerance, scale: "device" });
    });
  });
}
