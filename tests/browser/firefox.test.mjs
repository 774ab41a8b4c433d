// Reading and writing in Debian's Firefox ESR: unpainted as the owner asks, as the page comes (painted where there is
// WebGL, and headless there mostly is none), and without wasm by forms.   node --test tests/browser/firefox.test.mjs
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launchFirefox, Reader } from "./firefox.mjs";
import { Palabre } from "./palabre.mjs";

let palabre;
let firefox;
let count = 0;

before(async () => {
  [palabre, firefox] = await Promise.all([Palabre.start(), launchFirefox()]);
});
after(async () => {
  await firefox?.close();
  await palabre?.end();
});

// A page of its own for a test, with one comment on it.
async function freshPage(file = "unpainted.html") {
  count += 1;
  const key = `/demo/pages/${file}?n=${count}`;
  assert.equal((await palabre.post(key, { name: "Karim", body: "A **question**" })).status, 201);
  return palabre.url + key;
}

// With a tab of its own, and a browser that remembers nobody; nothing may go wrong unheard in it.
async function withReader(browser, url, work) {
  const reader = await Reader.open(browser);
  try {
    await reader.goto(url);
    await work(reader);
    assert.deepEqual(reader.complaints, []);
  } finally {
    await reader.forget();
    await reader.close();
  }
}

async function journey(reader) {
  await reader.says("A question");
  await reader.ready();
  await reader.write({ name: "Zoé", body: "Written in *Firefox*, é 🥖" });
  await reader.find("button", "Edit", "Written in Firefox, é 🥖");

  await reader.click("Reply to Karim");
  await reader.waitForFocus("Your comment");
  await reader.page.keyboard.type("An answer");
  await reader.click("Publish", "A question");
  await reader.find("button", "Edit", "An answer");

  await reader.click("Edit", "An answer");
  await reader.waitForFocus("Your comment");
  await reader.page.keyboard.press("End");
  await reader.page.keyboard.type(" made longer");
  await reader.click("Save");
  await reader.says("An answer made longer");

  await reader.click("Delete", "An answer made longer");
  await reader.silentOf("An answer made longer");
  await reader.says("Written in Firefox, é 🥖");
}

for (const [look, file] of [
  ["unpainted", "unpainted.html"],
  ["as the page comes", "plain.html"],
]) {
  test(`${look}: read, write, reply, edit and delete`, async () => {
    await withReader(firefox, await freshPage(file), async (reader) => {
      await journey(reader);
      if (look === "unpainted") assert.notEqual(await reader.paintState(), "on");
    });
  });

  test(`${look}: axe finds nothing`, async () => {
    await withReader(firefox, await freshPage(file), async (reader) => {
      await reader.ready();
      await reader.click("Reply to Karim");
      await reader.find("form", "Write a reply");
      assert.deepEqual(await reader.violations(), []);
    });
  });
}

test("a draft is there again after a reload", async () => {
  await withReader(firefox, await freshPage(), async (reader) => {
    await reader.ready();
    await reader.type("Your comment", "Not yet said");
    await reader.page.waitForFunction(() =>
      Object.values(localStorage).some((value) => value.includes("Not yet said")),
    );
    await reader.page.reload();
    await reader.page.waitForFunction(() =>
      globalThis.deepQuery("textarea").some((field) => field.value === "Not yet said"),
    );
  });
});

test("write, reply, edit and delete by keyboard alone", async () => {
  await withReader(firefox, await freshPage(), async (reader) => {
    const { keyboard } = reader.page;
    await reader.ready();
    await reader.tabTo("Your comment");
    await keyboard.type("By keys alone");
    await reader.tabTo("Name");
    await keyboard.type("Zoé");
    await reader.tabTo("Publish");
    await keyboard.press("Enter");
    await reader.find("button", "Edit", "By keys alone");
    assert.notEqual(await reader.focusedTag(), "body", "the focus is not lost after posting");

    await reader.tabTo("Reply to Karim");
    await keyboard.press("Enter");
    await reader.waitForFocus("Your comment");
    await keyboard.type("An answer");
    await reader.tabTo("Publish");
    await keyboard.press(" ");
    await reader.find("button", "Delete", "An answer");
    assert.notEqual(await reader.focusedTag(), "body", "the focus is not lost after replying");

    await (await reader.find("button", "Edit", "An answer")).focus();
    await keyboard.press("Enter");
    await reader.waitForFocus("Your comment");
    await keyboard.press("End");
    await keyboard.type(" made longer");
    await reader.tabTo("Save");
    await keyboard.press("Enter");
    await reader.says("An answer made longer");

    await (await reader.find("button", "Delete", "An answer")).focus();
    await keyboard.press("Enter");
    await reader.silentOf("An answer");
    assert.notEqual(await reader.focusedTag(), "body", "the focus is not lost after deleting");
  });
});

test("without wasm: read, write and reply by forms", async () => {
  const strict = await launchFirefox({ "javascript.options.wasm": false });
  try {
    await withReader(strict, await freshPage(), async (reader) => {
      assert.equal(await reader.page.evaluate(() => typeof WebAssembly), "undefined");
      await reader.says("A question");
      await reader.write({ name: "Zoé", body: "Sent by a form" });
      await reader.page.waitForFunction(() => location.pathname.startsWith("/t/demo/"));
      await reader.says("Sent by a form");
      await reader.click("Reply to Karim");
      await reader.find("form", "Write a reply");
      await reader.type("Your comment", "Answered by a form");
      await reader.type("Name", "Zoé");
      await reader.click("Publish");
      await reader.page.waitForFunction(() =>
        [...document.querySelectorAll("article article")].some((one) => one.textContent.includes("Answered by a form")),
      );
    });
  } finally {
    await strict.close();
  }
});
