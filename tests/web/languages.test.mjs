// The languages as ECMAScript's Intl knows them: tests/vectors/languages.json is what it says here, and the core's tests
// hold shared/view/language.h to the same file. The loader's few words are those of the catalogues.
//   node tests/web/languages.test.mjs --write   makes the vectors anew
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const folder = path.join(repository, "shared/view/catalogues");
const file = path.join(repository, "tests/vectors/languages.json");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

const counts = [
  0, 1, 2, 3, 5, 6, 9, 10, 11, 12, 19, 20, 21, 22, 25, 99, 100, 101, 102, 103, 110, 111, 112, 199, 200, 999, 1000, 1001,
  1234, 9999, 10000, 12345, 100000, 999999, 1000000, 1000001, 1000003, 2000000, 1234567, 100000000,
];
const days = [2, 10, 20, 28].flatMap((day) =>
  [...Array(12).keys()].map((month) => new Date(Date.UTC(2026, month, day)).toISOString()),
);

function byIntl(name) {
  const rule = new Intl.PluralRules(name);
  const format = new Intl.NumberFormat(name);
  const long = new Intl.DateTimeFormat(name, { dateStyle: "long", timeZone: "UTC" });
  return {
    language: name,
    categories: [...rule.resolvedOptions().pluralCategories].sort(),
    counts: counts.map((n) => ({ n, category: rule.select(n), text: format.format(n) })),
    dates: days.map((instant) => ({ instant, text: long.format(new Date(instant)) })),
  };
}

const said = {
  about:
    "Plural categories, numbers and dates of each catalogue's language, by Intl; made by tests/web/languages.test.mjs.",
  cldr: process.versions.cldr.split(".")[0],
  languages: names.map(byIntl),
};

if (process.argv.includes("--write")) writeFileSync(file, `${JSON.stringify(said)}\n`);

const kept = JSON.parse(readFileSync(file, "utf8"));
test("there are nine languages", () => assert.equal(names.length, 9));
// Grouping and dates change from one edition of CLDR to the next; plural rules do not.
const comparable = (one) =>
  kept.cldr === said.cldr
    ? one
    : { categories: one.categories, counts: one.counts.map(({ n, category }) => ({ n, category })) };
for (const one of said.languages) {
  const known = kept.languages.find(({ language }) => language === one.language);
  test(`the vectors of ${one.language} are what Intl says`, () => assert.deepEqual(comparable(one), comparable(known)));
}

async function moduleOf(source) {
  const esbuild = createRequire(path.join(repository, "web/package.json"))("esbuild");
  const text = readFileSync(path.join(repository, source), "utf8");
  const { code } = esbuild.transformSync(text, { loader: "ts", format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

const { failureWords } = await moduleOf("web/src/loader/words.ts");
for (const name of names) {
  const texts = JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8"));
  test(`the loader's words in ${name} are the catalogue's`, () =>
    assert.deepEqual(failureWords(`${name}-XX`), [texts["thread.failed"], texts["thread.retry"]]));
}
