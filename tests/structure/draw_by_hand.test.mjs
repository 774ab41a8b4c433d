// The few lines of python in docs/contests.md check a draw as the program does: they are run on the same vectors.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const root = new URL("../../", import.meta.url).pathname;
const page = readFileSync(join(root, "docs/contests.md"), "utf8");
const script = /```python\n([^]*?)```/.exec(page)[1];
const { draws, wrongs } = JSON.parse(readFileSync(join(root, "tests/vectors/draw.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "palabre-draw-"));
after(() => rmSync(folder, { recursive: true }));

function check(proof, promised) {
  writeFileSync(join(folder, "check.py"), script);
  writeFileSync(join(folder, "draw.json"), JSON.stringify(proof));
  const run = spawnSync("python3", ["check.py", "draw.json", String(promised)], { cwd: folder, encoding: "utf8" });
  assert.equal(run.error, undefined);
  return run;
}

for (const { about, proof, promised } of draws) {
  test(`a right draw: ${about}`, () => {
    const run = check(proof, promised);
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(run.stdout.split("\n").filter(Boolean), proof.winners);
  });
}

for (const finding of ["wrong_seed", "wrong_list", "foreign_winner", "wrong_winner"]) {
  for (const { about, proof, promised } of wrongs.filter((one) => one.finding === finding)) {
    test(`a wrong draw: ${about}`, () => {
      const run = check(proof, promised);
      assert.equal(run.status, 1);
      assert.match(run.stderr, /AssertionError: (not the seed|not the list|another winner)/);
    });
  }
}
