// The loader names a page as the core does: both are held to tests/vectors/page_key.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const esbuild = createRequire(path.join(repository, "web/package.json"))("esbuild");

const source = readFileSync(path.join(repository, "web/src/loader/page_key.ts"), "utf8");
const { code } = esbuild.transformSync(source, { loader: "ts", format: "esm" });
const { pageKeyOfUrl } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const { cases } = JSON.parse(readFileSync(path.join(repository, "tests/vectors/page_key.json"), "utf8"));

test("there are cases", () => assert.ok(cases.length > 30));
for (const { url, key } of cases) {
  test(`the key of ${JSON.stringify(url)}`, () => assert.equal(pageKeyOfUrl(url), key));
}
