// What people download, as brotli sends it, against what was promised.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../build/web/dist");
const kib = 1024;

function size(...names) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  const bytes = names.map((name) => brotliCompressSync(readFileSync(path.join(dist, name)), options).length);
  return bytes.reduce((sum, one) => sum + one, 0);
}

for (const [what, names, limit] of [
  ["the loader with its styles", ["embed.js"], 10 * kib],
  ["the reader's module and its glue, moderation's share with it", ["palabre.wasm", "palabre.js"], (160 + 15) * kib],
  ["posts in a page", ["palabre-engage.wasm", "palabre-engage.js", "engage/en.json"], 85 * kib],
  [
    "the desk, the plan of posts with it",
    ["palabre-desk.wasm", "palabre-desk.js", "palabre-desk.css", "admin.html"],
    (250 + 85) * kib,
  ],
]) {
  test(`${what}: at most ${limit} bytes`, (context) => {
    const bytes = size(...names);
    context.diagnostic(`${bytes} bytes`);
    assert.ok(bytes <= limit, `${bytes} bytes`);
  });
}

test("a page without posts loads nothing of theirs", () => {
  for (const name of ["embed.js", "palabre.js", "palabre-rules.js"]) {
    assert.doesNotMatch(readFileSync(path.join(dist, name), "utf8"), /palabre-engage/, name);
  }
});

test("nothing that readers load asks for the desk", () => {
  for (const name of ["embed.js", "palabre.js", "palabre-more.js", "palabre-rules.js", "palabre.css"]) {
    assert.doesNotMatch(readFileSync(path.join(dist, name), "utf8"), /palabre-desk/, name);
  }
});
