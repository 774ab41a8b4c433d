// Pages with a content security policy, on another origin than the server, each as docs/embedding.md gives it: everything
// works, and the browser has nothing to report.
import { comment, expect, form, ready, test, write } from "./fixtures.mjs";

const nonce = "cGFsYWJyZQ";

// What the browser reported, directive by directive.
async function watchReports(page) {
  await page.addInitScript(() => {
    globalThis.reports = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.reports.push(event.effectiveDirective));
  });
  return () => page.evaluate(() => globalThis.reports);
}

const rest = (url) => `connect-src ${url}; form-action ${url}; img-src data:; base-uri 'none'`;

const policies = {
  "the server's address": (url) => `default-src 'none'; script-src ${url} 'wasm-unsafe-eval'; ${rest(url)}`,
  "a nonce": (url) => `default-src 'none'; script-src 'nonce-${nonce}' 'wasm-unsafe-eval'; ${rest(url)}`,
  "a nonce and strict-dynamic": (url) =>
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; ${rest(url)}`,
  "trusted types": (url) =>
    `default-src 'none'; script-src ${url} 'wasm-unsafe-eval'; ${rest(url)}; ` +
    "require-trusted-types-for 'script'; trusted-types palabre",
  "our own styles only": (url) =>
    `default-src 'none'; script-src ${url} 'wasm-unsafe-eval'; style-src 'self'; ${rest(url)}`,
};

let count = 0;
function article(elsewhere, palabre, policy, attributes = "") {
  count += 1;
  const path = `/policy/${process.pid}-${count}`;
  const tag = `<script async nonce="${nonce}" src="${palabre.url}/embed.js" data-site="elsewhere" ${attributes}></script>`;
  const url = elsewhere.page(path, `<h1>Policy</h1>${tag}`, { "content-security-policy": policy(palabre.url) });
  return { url, key: path };
}

for (const [name, policy] of Object.entries(policies)) {
  test(`a policy with ${name}: painted, writes, no report`, async ({ page, palabre, elsewhere }) => {
    const { url, key } = article(elsewhere, palabre, policy);
    await palabre.post(key, { site: "elsewhere", name: "Karim", body: "Readable" });
    const reports = await watchReports(page);
    await page.goto(url);
    await expect(comment(page, "Readable")).toBeVisible();
    await ready(page);
    await expect(page.locator('[data-paint="on"]')).toBeAttached();
    await expect(page.getByText("Readable")).toHaveCSS("line-height", /px$/);
    await write(page, { name: "Zoé", body: "Written under a policy" });
    await expect(comment(page, "Written under a policy").getByRole("button", { name: "Edit" })).toBeVisible();
    expect(await reports()).toEqual([]);
  });
}

test("trusted types that do not list ours: the module builds the words", async ({
  page,
  palabre,
  elsewhere,
  complaints,
}) => {
  const { url, key } = article(
    elsewhere,
    palabre,
    (server) =>
      `default-src 'none'; script-src ${server} 'wasm-unsafe-eval'; ${rest(server)}; ` +
      "require-trusted-types-for 'script'; trusted-types another",
  );
  await palabre.post(key, { site: "elsewhere", name: "Karim", body: "Built **node** by node" });
  const reports = await watchReports(page);
  await page.goto(url);
  await expect(comment(page, "Built node by node")).toBeVisible();
  await ready(page);
  // The one way to learn that the list is without us.
  expect(await reports()).toEqual(["trusted-types"]);
  complaints.length = 0;
});

const withoutModule = (server) => `default-src 'none'; script-src ${server}; ${rest(server)}`;

async function sendPlainly(page, url) {
  const box = form(page, "Write a comment");
  await box.getByRole("textbox", { name: "Your comment" }).fill("By a plain form");
  await box.getByRole("textbox", { name: "Name" }).fill("Zoé");
  await box.getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "By a plain form")).toBeVisible();
  await expect(page).toHaveURL(/\/t\/elsewhere\//);
  await page.getByRole("link", { name: "Back to the page" }).click();
  await expect(page).toHaveURL(url);
  await expect(comment(page, "By a plain form")).toBeVisible();
}

test("no WebAssembly, and the tag says so: forms do it all, no report", async ({ page, palabre, elsewhere }) => {
  const { url } = article(elsewhere, palabre, withoutModule, 'data-module="off"');
  const reports = await watchReports(page);
  const plain = page.waitForEvent("console", (message) => message.text().includes("stays plain"));
  await page.goto(url);
  await plain;
  await expect(form(page, "Write a comment")).toBeVisible();
  expect(await reports()).toEqual([]);
  await sendPlainly(page, url);
});

test("no WebAssembly, unsaid: the same, and the browser reports the one try", async ({
  page,
  palabre,
  elsewhere,
  complaints,
}) => {
  const { url } = article(elsewhere, palabre, withoutModule);
  const reports = await watchReports(page);
  const plain = page.waitForEvent("console", (message) => message.text().includes("stays plain"));
  await page.goto(url);
  await plain;
  expect(await reports()).toEqual(["script-src"]);
  await sendPlainly(page, url);
  complaints.length = 0;
});

test("no WebAssembly: what is in the box goes along into a reply", async ({ page, palabre, elsewhere }) => {
  const { url, key } = article(elsewhere, palabre, withoutModule, 'data-module="off"');
  await palabre.post(key, { site: "elsewhere", name: "Karim", body: "A question" });
  const plain = page.waitForEvent("console", (message) => message.text().includes("stays plain"));
  await page.goto(url);
  await plain;
  const box = form(page, "Write a comment");
  await box.getByRole("textbox", { name: "Your comment" }).fill("Half a thought, é 🥖\nand a line");
  await box.getByRole("textbox", { name: "Name" }).fill("Zoé");
  // Nothing in the box that would do nothing.
  for (const button of await box.getByRole("button").all()) await expect(button).toHaveAttribute("type", "submit");
  await page.getByRole("button", { name: "Reply to Karim" }).click();
  const reply = form(page, "Write a reply");
  await expect(reply.getByRole("textbox", { name: "Your comment" })).toHaveValue("Half a thought, é 🥖\nand a line");
  await expect(reply.getByRole("textbox", { name: "Name" })).toHaveValue("Zoé");
  await reply.getByRole("button", { name: "Publish" }).click();
  await expect(comment(page, "A question").getByRole("article").filter({ hasText: "Half a thought" })).toBeVisible();
});
