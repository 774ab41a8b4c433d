import { test as base, expect } from "@playwright/test";
import { Elsewhere, registerSite } from "./elsewhere.mjs";
import { Palabre } from "./palabre.mjs";

export { expect };

export const test = base.extend({
  palabre: [
    async ({}, use) => {
      const palabre = await Palabre.start();
      await use(palabre);
      await palabre.end();
    },
    { scope: "worker" },
  ],
  // A web site on another origin; the server knows it as "elsewhere".
  elsewhere: [
    async ({ palabre }, use) => {
      const elsewhere = await Elsewhere.start();
      await registerSite(palabre, "elsewhere", elsewhere.url);
      await use(elsewhere);
      elsewhere.end();
    },
    { scope: "worker" },
  ],
  // Nothing may go wrong unheard: a test that expects messages empties the list.
  complaints: [
    async ({ page }, use) => {
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text()}`);
      });
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

// The innermost comment with these words.
export function comment(page, words) {
  return page.getByRole("article").filter({ hasText: words }).last();
}

export function form(page, name) {
  return page.getByRole("form", { name, exact: true });
}

// The module has taken the words over: from here on clicks have an effect.
export async function ready(page, options = {}) {
  await expect(page.locator("[data-live]").first()).toBeAttached(options);
}

// Keeps the module on its way; answers what lets it arrive.
export async function holdModule(page) {
  let release = () => {};
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/palabre.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

export async function write(page, { name, body }) {
  const composer = form(page, "Write a comment");
  await composer.getByRole("textbox", { name: "Your comment" }).fill(body);
  const change = composer.getByRole("button", { name: /^Change your name/ });
  if (await change.count()) await change.click(); // who wrote before is known
  await composer.getByRole("textbox", { name: "Name" }).fill(name);
  await composer.getByRole("button", { name: "Publish" }).click();
}

let count = 0;
// A page of its own for a test, so that no other test writes there.
export function freshPage(palabre, file = "plain.html") {
  count += 1;
  const query = `n=${process.pid}-${count}`;
  const key = `/demo/pages/${file}?${query}`;
  return { url: palabre.url + key, key };
}
