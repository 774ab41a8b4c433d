// The server's rules and the reader's are one: the same lines through `palabre moderate` and through palabre-rules.wasm,
// loaded as a page loads it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { madeLines, realLines } from "./lines.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const palabre = path.join(root, "build/palabre");
const made = 100_000;
const seed = 20261120;

let server;
let rules;
const data = mkdtempSync(path.join(os.tmpdir(), "palabre-differential-"));

async function serve() {
  server = spawn(palabre, ["serve", "--port", "0", "--data", data], { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of readline.createInterface({ input: server.stdout })) {
    const found = /listening on (http:\/\/\S+)/.exec(line);
    if (found) return found[1];
  }
  throw new Error("the server ended without listening");
}

before(async () => {
  const base = await serve();
  const script = readFileSync(path.join(root, "build/web/dist/palabre-rules.js")).toString("base64");
  const { load } = await import(`data:text/javascript;base64,${script}`);
  rules = await load(base, ["en", "fr"], ["words", "feelings"]);
});

after(() => {
  server?.kill();
  rmSync(data, { recursive: true });
});

// The words of a message are the catalogue's, which the module does without.
function withoutMessages(json) {
  const verdict = JSON.parse(json);
  for (const reason of verdict.reasons ?? []) delete reason.message;
  return JSON.stringify(verdict);
}

function nativeAnswers(lines, lang) {
  const input = lines.map((text) => JSON.stringify({ text, lang })).join("\n");
  const run = spawnSync(palabre, ["moderate"], { input: `${input}\n`, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trimEnd().split("\n");
}

function compare(lines, lang) {
  const native = nativeAnswers(lines, lang);
  assert.equal(native.length, lines.length);
  for (const [index, body] of lines.entries()) {
    const there = withoutMessages(rules.judge(JSON.stringify({ draft: { body }, lang })));
    assert.equal(there, withoutMessages(native[index]), JSON.stringify(body));
  }
}

const real = realLines(path.join(root, "tests/vectors"));

test("the lines are of every kind", () => {
  const lines = madeLines(2000, seed, real);
  const verdicts = nativeAnswers(lines, "fr").map((line) => JSON.parse(line));
  for (const [index, verdict] of verdicts.entries()) assert.ok(verdict.verdict, JSON.stringify(lines[index]));
  for (const kind of ["publish", "hold"])
    assert.ok(
      verdicts.some((verdict) => verdict.verdict === kind),
      kind,
    );
  for (const axis of ["offence", "spam", "promotion"]) {
    assert.ok(
      verdicts.some((verdict) => verdict.scores[axis] > 0.5),
      axis,
    );
  }
  assert.ok(verdicts.some((verdict) => verdict.sentiment.score < -0.2));
  assert.ok(verdicts.some((verdict) => verdict.complaint));
});

for (const lang of ["fr", "en", undefined]) {
  test(`native and wasm agree on every line of the vectors (${lang})`, () => compare(real, lang));
}

test(`native and wasm agree on ${made} made lines`, () => {
  const half = made / 2;
  compare(madeLines(half, seed, real), "fr");
  compare(madeLines(half, seed + 1, real), undefined);
});
