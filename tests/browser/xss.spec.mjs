// The payloads of tests/vectors/xss.txt in every field a stranger can fill, shown by the widget, the plain page and the
// feed: nothing runs, nothing is asked from elsewhere, and only our own elements and attributes are there.
import { readFileSync } from "node:fs";
import { expect, freshPage, ready, test } from "./fixtures.mjs";

const escapes = { n: "\n", r: "\r", t: "\t", "\\": "\\" };
const payloads = readFileSync(new URL("../vectors/xss.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "))
  .map((line) =>
    line.replace(/\\(?:u([0-9a-fA-F]{4})|([nrt\\]))/g, (_, hex, letter) =>
      hex ? String.fromCharCode(parseInt(hex, 16)) : escapes[letter],
    ),
  );
const pageSize = 80; // below the server's 100, so that one page shows them all

// In the page: what is not of our making, under `root`.
function foreign(root) {
  const tags =
    "section article header footer h1 h2 h3 h4 h5 h6 p blockquote pre code em strong s br ol ul li hr a time button form " +
    "input textarea label select option figure div span details summary";
  const attributes =
    "id class href rel lang dir datetime title aria-label aria-labelledby aria-describedby aria-hidden aria-busy " +
    "aria-expanded aria-pressed aria-current aria-invalid for name type value placeholder autocomplete maxlength rows " +
    "method action start role disabled required selected hidden novalidate tabindex spellcheck autocapitalize " +
    "enterkeyhint inputmode";
  const known = { tags: new Set(tags.split(" ")), attributes: new Set(attributes.split(" ")) };
  const found = [];
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (!known.tags.has(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!known.attributes.has(name)) found.push(`${element.localName} ${name}="${value}"`);
    }
    const protocol = element.localName === "a" ? element.protocol : "";
    if (!["", ":", "http:", "https:", "mailto:"].includes(protocol)) found.push(`a href="${element.href}"`);
    if (element.localName === "a" && element.host !== location.host && !/\bnofollow\b/.test(element.rel)) {
      found.push(`a without nofollow: ${element.href}`);
    }
  }
  return found;
}

async function postAll(palabre, key, bodies) {
  let accepted = 0;
  for (const payload of bodies) {
    for (const message of [{ body: payload }, { body: "words", name: payload, author: { website: payload } }]) {
      const answer = await palabre.post(key, message);
      if (answer.status === 201) {
        const { comment } = await answer.json();
        if (comment.state !== "held") accepted += 1; // what waits for a moderator is nowhere to be seen
      } else {
        expect(answer.status, payload).toBeGreaterThanOrEqual(400);
        expect(answer.status, payload).toBeLessThan(500);
        expect((await answer.json()).code, payload).toBeTruthy();
      }
    }
  }
  return accepted;
}

// Only our own server is asked for anything; the rest is stopped and remembered.
async function watchRequests(page, palabre) {
  const outside = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(palabre.url) || url.startsWith("data:") || url.startsWith("blob:")) return route.continue();
    outside.push(url);
    return route.abort();
  });
  return outside;
}

for (let start = 0; start < payloads.length; start += pageSize / 2) {
  const some = payloads.slice(start, start + pageSize / 2);
  test(`payloads ${start + 1} to ${start + some.length} come out as text`, async ({ page, palabre }) => {
    const { url, key } = freshPage(palabre);
    const accepted = await postAll(palabre, key, some);
    expect(accepted).toBeGreaterThan(some.length / 2);
    const outside = await watchRequests(page, palabre);

    await page.goto(url);
    await ready(page);
    await expect(page.getByRole("article")).toHaveCount(accepted);
    expect(await page.locator("section.p-thread").evaluate(foreign)).toEqual([]);
    // The same comments drawn anew by the widget rather than adopted.
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("oldest");
    await expect(page.getByRole("article")).toHaveCount(accepted);
    await expect(page.locator("section.p-thread[aria-busy]")).toHaveCount(0);
    expect(await page.locator("section.p-thread").evaluate(foreign)).toEqual([]);

    await page.goto(`${palabre.url}/t/demo${encodeURI(key).replace("?", "%3F")}`);
    await expect(page.getByRole("article")).toHaveCount(accepted);
    expect(await page.locator("main").evaluate((main) => main.querySelector("section.p-thread") !== null)).toBe(true);
    expect(await page.locator("section.p-thread").evaluate(foreign)).toEqual([]);
    expect(outside).toEqual([]);
  });
}

test("the search for foreign things finds them", async ({ page, palabre }) => {
  await page.goto(freshPage(palabre).url);
  await ready(page);
  await page.locator("section.p-thread").evaluate((section) => {
    for (const html of [
      "<img alt>",
      "<p onclick='1'></p>",
      "<a href='javascript:1'></a>",
      "<a href='https://example.org'></a>",
    ]) {
      section.append(document.createRange().createContextualFragment(html));
    }
  });
  const words = await page.locator("section.p-thread").evaluate(foreign);
  for (const part of ["<img>", "onclick", "javascript:", "without nofollow"]) expect(words.join("\n")).toContain(part);
});

test("the feed is well-formed and its words are inert", async ({ page, palabre }) => {
  const { url, key } = freshPage(palabre);
  await postAll(palabre, key, payloads.slice(0, 40));
  await page.goto(url);
  const entries = await page.evaluate(async () => {
    const text = await (await fetch("/feed/demo")).text();
    const xml = new DOMParser().parseFromString(text, "application/xml");
    if (xml.querySelector("parsererror")) return [xml.documentElement.textContent];
    const atom = "http://www.w3.org/2005/Atom";
    const strange = [...xml.querySelectorAll("*")].filter((element) => element.namespaceURI !== atom);
    const inside = [...xml.querySelectorAll("content, title, name")].flatMap((element) => [
      ...new DOMParser()
        .parseFromString(element.getAttribute("type") === "html" ? element.textContent : "", "text/html")
        .querySelectorAll(
          "script, img, svg, iframe, style, link, object, embed, [onerror], [onload], [href^=javascript]",
        ),
    ]);
    return [...strange, ...inside]
      .map((element) => element.outerHTML)
      .concat(xml.querySelector("entry") ? [] : ["no entry"]);
  });
  expect(entries).toEqual([]);
});
