// The loader and the server must agree on a page's identity: both are held to tests/vectors/page_key.json.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { transform } from "esbuild";

const source = await readFile(new URL("../src/loader/page_key.ts", import.meta.url), "utf8");
const { code } = await transform(source, { loader: "ts", format: "esm" });
const { pageKeyOfUrl } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const vectors = JSON.parse(await readFile(new URL("../../tests/vectors/page_key.json", import.meta.url), "utf8"));

for (const { url, key } of vectors.cases) {
  test(`the key of ${JSON.stringify(url)}`, () => assert.equal(pageKeyOfUrl(url), key));
}
