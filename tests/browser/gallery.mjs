// The widget in its states, as pictures to look at: build/gallery/index.html. Run by hand: node gallery.mjs
// With the pictures of other systems in ../shared/rivals (RIVALS names another folder) ours is put beside them.
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium as engine } from "@playwright/test";
import { fill } from "./busy_thread.mjs";
import { chromium } from "./chromium.mjs";
import { form } from "./fixtures.mjs";
import { Palabre } from "./palabre.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const out = path.join(repository, "build/gallery");
const rivals = path.resolve(process.env.RIVALS ?? path.join(repository, "../shared/rivals"));
const screens = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1000, height: 900 } },
};
const themes = ["light", "dark"];
const written = `Rye *does* rise, with **patience**:

- warm water, never hot
- \`12 h\` in the cold

> Two hours are enough.

Not in my kitchen.`;

async function write(page) {
  const composer = form(page, "Write a comment");
  await composer.getByRole("button", { name: "Preview" }).click();
  await composer.getByRole("textbox", { name: "Name" }).fill("Amélie");
  await composer.getByRole("textbox", { name: "Your comment" }).fill(written);
  await page.getByRole("group", { name: "Preview" }).getByText("Not in my kitchen.").waitFor();
}

/** Down to the first answers. */
function read(page) {
  return page.locator(".p-list").evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    document.scrollingElement.scrollBy({ top: top - 24, behavior: "instant" });
  });
}

// name: the file's; page: of tests/browser/pages; look: what is waited for.
const states = [
  { name: "empty", page: "plain.html?gallery=empty" },
  { name: "busy", page: "plain.html?gallery=busy" },
  { name: "busy-unpainted", page: "unpainted.html?gallery=busy", painted: false },
  { name: "reading", page: "plain.html?gallery=busy", act: read },
  { name: "writing", page: "plain.html?gallery=busy", act: write },
  { name: "error", page: "plain.html?gallery=gone", gone: true },
];

/** Until no frame is painted any more, nothing moves, and every letter is there. */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const thread = document.querySelector("palabre-thread");
    const moving = () => document.getAnimations().some((one) => one.effect.getTiming().iterations !== Infinity);
    for (let still = 0, before = -1; still < 10;) {
      await new Promise(requestAnimationFrame);
      still = !moving() && thread.frames() === before ? still + 1 : 0;
      before = thread.frames();
    }
  });
}

async function open(page, palabre, { page: file, painted = true, gone, act }) {
  if (gone) await page.route("**/api/**", (route) => route.abort());
  await page.goto(`${palabre.url}/demo/pages/${file}`);
  if (gone) await page.getByRole("alert").waitFor();
  else await page.locator(`.p-root[data-live]${painted ? '[data-paint="on"]' : ""}`).waitFor();
  await act?.(page);
  await settle(page);
}

async function take(browser, palabre, state, screen, theme, name) {
  const context = await browser.newContext({ ...screens[screen], colorScheme: theme, locale: "en" });
  const page = await context.newPage();
  await open(page, palabre, state);
  await page.screenshot({ path: path.join(out, `${name}.png`), caret: "initial" });
  await context.close();
  console.log(`${name}.png`);
  return { name, screen };
}

async function takeStates(browser, palabre) {
  const pictures = [];
  for (const screen of Object.keys(screens))
    for (const theme of themes)
      for (const state of states)
        pictures.push(await take(browser, palabre, state, screen, theme, `${screen}-${theme}-${state.name}`));
  return pictures;
}

async function copyRivals() {
  const names = (await readdir(rivals).catch(() => [])).filter((name) => /^(?!sketch).*\.png$/.test(name));
  for (const name of names) await copyFile(path.join(rivals, name), path.join(out, `rival-${name}`));
  return names.map((name) => ({ name: `rival-${path.parse(name).name}`, screen: "desktop" }));
}

function figure({ name, screen }) {
  const { width, height } = screens[screen].viewport;
  const size = `width="${width / 2}" height="${height / 2}"`;
  const picture = `<a href="${name}.png"><img src="${name}.png" ${size} alt="${name}"></a>`;
  return `<figure>${picture}<figcaption>${name}</figcaption></figure>`;
}

function indexOf(pictures, beside) {
  const row = (title, list) => `<h2>${title}</h2><div>${list.map(figure).join("\n")}</div>`;
  const kinds = Object.keys(screens).flatMap((screen) => themes.map((theme) => `${screen}-${theme}`));
  const rows = kinds.map((kind) =>
    row(
      kind.replace("-", ", "),
      pictures.filter(({ name }) => name.startsWith(`${kind}-`)),
    ),
  );
  if (beside.length > 1) rows.push(row("Beside others, the same 100 comments", beside));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Palabre in pictures</title>
<style>body { font: 16px sans-serif; background: #ccc; margin: 2em } div { display: flex; flex-wrap: wrap; gap: 1em }
figure { margin: 0 } figcaption { color: #333; font-size: 14px }</style>
<h1>Palabre in pictures</h1>${rows.join("\n")}</html>\n`;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const palabre = await Palabre.start();
const browser = await engine.launch(chromium);
try {
  await fill(palabre, "/demo/pages/plain.html?gallery=busy", 40);
  await fill(palabre, "/demo/pages/unpainted.html?gallery=busy", 40);
  await fill(palabre, "/demo/pages/rivals.html", 100);
  const pictures = await takeStates(browser, palabre);
  const ours = await take(browser, palabre, { page: "rivals.html" }, "desktop", "light", "ours");
  await writeFile(path.join(out, "index.html"), indexOf(pictures, [ours, ...(await copyRivals())]));
  console.log(path.join(out, "index.html"));
} finally {
  await browser.close();
  await palabre.end();
}
