// Figures of a classifier, from rows of {truth, guess, score}.

export function confusion(rows) {
  const count = (truth, guess) => rows.filter((row) => row.truth === truth && row.guess === guess).length;
  const [tp, fp, fn, tn] = [count(true, true), count(false, true), count(true, false), count(false, false)];
  const precision = tp + fp ? tp / (tp + fp) : 0;
  const recall = tp + fn ? tp / (tp + fn) : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { tp, fp, fn, tn, precision, recall, f1, accuracy: rows.length ? (tp + tn) / rows.length : 0 };
}

export function correlation(pairs) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx && yy ? xy / Math.sqrt(xx * yy) : 0;
}

/** Mean of the F1 of each class that the truth knows. */
export function macroF1(rows) {
  const classes = [...new Set(rows.map((row) => row.truth))];
  const each = classes.map(
    (name) => confusion(rows.map(({ truth, guess }) => ({ truth: truth === name, guess: guess === name }))).f1,
  );
  return each.reduce((sum, value) => sum + value, 0) / classes.length;
}

/** The best recall of any threshold whose precision is at least `precision`. */
export function recallAt(rows, precision) {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const positives = rows.filter((row) => row.truth).length;
  let best = { recall: 0, threshold: 1 };
  let right = 0;
  for (const [index, row] of sorted.entries()) {
    right += row.truth ? 1 : 0;
    if (sorted[index + 1]?.score === row.score) continue; // a threshold cannot part equals
    const recall = positives ? right / positives : 0;
    if (right / (index + 1) >= precision && recall > best.recall) best = { recall, threshold: row.score };
  }
  return best;
}
