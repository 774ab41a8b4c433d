// The figures that tests/bench/accuracy reports, on counts worked out by hand.
import assert from "node:assert/strict";
import test from "node:test";
import { confusion, correlation, macroF1, recallAt } from "../bench/figures.mjs";

const row = (truth, guess, score = 0) => ({ truth, guess, score });

test("precision, recall, F1 and accuracy of a confusion", () => {
  const found = confusion([row(true, true), row(true, true), row(true, false), row(false, true), row(false, false)]);
  assert.equal(found.precision, 2 / 3);
  assert.equal(found.recall, 2 / 3);
  assert.equal(found.f1, 2 / 3);
  assert.equal(found.accuracy, 3 / 5);
  assert.equal(confusion([row(true, false)]).precision, 0);
});

test("macro-F1 counts each class alike", () => {
  const rows = [row("pos", "pos"), row("pos", "pos"), row("pos", "pos"), row("neg", "pos")];
  assert.equal(macroF1(rows), (6 / 7 + 0) / 2);
});

test("correlation of a line, its mirror and a constant", () => {
  const line = [
    [1, 2],
    [2, 4],
    [3, 6],
  ];
  assert.ok(Math.abs(correlation(line) - 1) < 1e-12);
  assert.ok(Math.abs(correlation(line.map(([x, y]) => [x, -y])) + 1) < 1e-12);
  assert.equal(correlation(line.map(([x]) => [x, 5])), 0);
});

test("the best recall at a precision does not part equal scores", () => {
  const rows = [row(true, true, 0.9), row(true, true, 0.5), row(false, true, 0.5), row(true, true, 0.1)];
  assert.deepEqual(recallAt(rows, 0.85), { recall: 1 / 3, threshold: 0.9 });
  assert.deepEqual(recallAt(rows, 0.75), { recall: 1, threshold: 0.1 });
});
