// Debian's Firefox ESR, driven over WebDriver BiDi: the browser as it is, no patched one. FIREFOX names another.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const patience = 15_000; // milliseconds until a condition counts as never met
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function launchFirefox(preferences = {}) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: preferences,
  });
}

// In the page: all elements that match, those in shadow roots too, in document order.
function deepQuery(selector, within = document) {
  const found = [];
  for (const element of within.querySelectorAll("*")) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...deepQuery(selector, element.shadowRoot));
  }
  return found;
}

// In the page: what a control is called.
function nameOf(element) {
  return (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
}

const inPage = `globalThis.deepQuery = ${deepQuery}; globalThis.nameOf = ${nameOf};`;

/** One tab as a reader has it. Whatever it waits for is a condition in the page. */
export class Reader {
  complaints = [];

  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(patience);
    page.on("pageerror", (error) => this.complain(error.message));
    page.on("console", (message) => message.type() === "error" && this.complain(message.text()));
  }

  static async open(browser) {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(new Function(inPage));
    return new Reader(page);
  }

  complain(about) {
    this.complaints.push(about);
  }

  async goto(url) {
    await this.page.goto(url);
  }

  /** What the browser remembers of the reader is for the whole site: for every tab. */
  async forget() {
    await this.page.evaluate(() => localStorage.clear());
  }

  /** The module has taken the words over: from here on clicks have an effect. */
  async ready() {
    await this.page.waitForFunction(() => globalThis.deepQuery("[data-live]").length > 0);
  }

  /** The one element that matches and, when a name is given, is called so; inside the comment with these words, if any. */
  async find(selector, name, words) {
    const handle = await this.page.waitForFunction(
      (wanted, called, text) => {
        const inside =
          text === undefined
            ? undefined
            : globalThis
                .deepQuery("article")
                .filter((one) => one.textContent.includes(text))
                .at(-1);
        if (text !== undefined && !inside) return false;
        return globalThis
          .deepQuery(wanted)
          .find(
            (one) => (called === undefined || globalThis.nameOf(one) === called) && (!inside || inside.contains(one)),
          );
      },
      {},
      selector,
      name,
      words,
    );
    return handle.asElement();
  }

  async click(name, words) {
    const button = await this.find("button, a", name, words);
    await button.click();
  }

  async type(name, text, words) {
    const field = await this.find("textarea, input", name, words);
    await field.click();
    await this.page.keyboard.type(text);
  }

  async write({ name, body }) {
    await this.type("Your comment", body);
    await this.type("Name", name);
    await this.click("Publish");
  }

  async says(words) {
    await this.page.waitForFunction(
      (text) => globalThis.deepQuery(".p-body, .p-notice, .p-edited").some((one) => one.textContent.includes(text)),
      {},
      words,
    );
  }
  async silentOf(words) {
    await this.page.waitForFunction(
      (text) => !globalThis.deepQuery(".p-body").some((one) => one.textContent.includes(text)),
      {},
      words,
    );
  }

  /** Presses Tab until the control of that name has the focus. */
  async tabTo(name) {
    const seen = [];
    for (let i = 0; i < 80; i += 1) {
      await this.page.keyboard.press("Tab");
      const at = await this.focused();
      seen.push(at);
      if (at === name) return;
    }
    throw new Error(`no way by Tab to "${name}"; passed ${seen.join(", ")}`);
  }
  async waitForFocus(name) {
    await this.page.waitForFunction(
      (wanted) => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at && globalThis.nameOf(at) === wanted;
      },
      {},
      name,
    );
  }
  focused() {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at ? globalThis.nameOf(at) : "";
    });
  }

  focusedTag() {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.localName ?? "body";
    });
  }

  paintState() {
    return this.page.evaluate(() => globalThis.deepQuery(".p-root")[0].dataset.paint ?? "off");
  }

  async violations() {
    await this.page.evaluate(axe);
    return this.page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join("; ")}`);
    });
  }

  async close() {
    await this.page.close();
  }
}
