// How well the rules judge labelled comments: node accuracy.mjs DIR [--worst N] [--palabre FILE]
// DIR holds *.jsonl, a line {"text","label", …}. What a file is about follows from its rows:
//   label pos|neg|neu (and "score")  sentiment, and how much honest criticism would be held or hidden
//   label 1|0 with "video"           spam, judged in "order" and learned row after row, each video from nothing
//   label 1|0                        offence, by "func" where there is one
// The language is the row's "lang", else the end of the file's name (_fr), else English.
// Everything goes through `palabre moderate`, as an owner would run it.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { confusion, correlation, macroF1, recallAt } from "./figures.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const spamHold = 0.9; // what the preset "careful" holds

function readArguments(given) {
  const options = { worst: 5, palabre: path.join(root, "build/palabre") };
  for (let i = 0; i < given.length; ++i) {
    if (given[i] === "--worst") options.worst = Number(given[++i]);
    else if (given[i] === "--palabre") options.palabre = given[++i];
    else options.folder = given[i];
  }
  if (!options.folder) throw new Error("which folder? node accuracy.mjs DIR [--worst N] [--palabre FILE]");
  return options;
}

function readRows(file) {
  const rows = [];
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (!line.trim()) continue;
    const row = JSON.parse(line);
    if (typeof row.text !== "string" || row.label === undefined)
      throw new Error(`${file}:${index + 1}: no text or label`);
    rows.push(row);
  }
  return rows;
}

function languageOf(file) {
  return /_(fr|en|de|es|it|pt|nl)\b/.exec(path.basename(file))?.[1] ?? "en";
}

function moderate(options, rows, language, more = []) {
  const input = rows.map((row) => JSON.stringify({ text: row.text, lang: row.lang, label: row.label })).join("\n");
  const run = spawnSync(options.palabre, ["moderate", "--lang", language, ...more], {
    input: `${input}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(`palabre moderate: ${run.stderr || run.error}`);
  const verdicts = run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  if (verdicts.length !== rows.length) throw new Error(`${verdicts.length} answers to ${rows.length} lines`);
  return verdicts;
}

const percent = (value) => (100 * value).toFixed(1).padStart(5);
const say = (words = "") => console.log(words);

function stopped(verdict, axis) {
  return verdict.reasons.some((reason) => reason.rule.startsWith(`${axis}.`) && reason.decision !== "publish");
}

function tellWorst(rows, count) {
  const wrong = rows.filter((row) => row.truth !== row.guess);
  const falseAlarms = wrong.filter((row) => !row.truth).sort((a, b) => b.score - a.score);
  const missed = wrong.filter((row) => row.truth).sort((a, b) => a.score - b.score);
  for (const [name, list] of [
    ["false alarm", falseAlarms],
    ["missed", missed],
  ]) {
    for (const row of list.slice(0, count))
      say(`    ${name} ${row.score.toFixed(2)}  ${JSON.stringify(row.text.slice(0, 120))} ${row.rules ?? ""}`);
  }
}

function offence(options, rows, language) {
  const verdicts = moderate(options, rows, language);
  const judged = rows.map((row, i) => ({
    ...row,
    truth: row.label === 1,
    guess: stopped(verdicts[i], "offence"),
    score: verdicts[i].scores.offence,
    rules: verdicts[i].reasons.map((reason) => reason.rule).join(" "),
  }));
  const all = confusion(judged);
  const at = recallAt(judged, 0.85);
  say(
    `  held or hidden: P ${percent(all.precision)} R ${percent(all.recall)} F1 ${percent(all.f1)} accuracy ${percent(all.accuracy)}`,
  );
  say(`  by score: R ${percent(at.recall)} at P ≥ 85 (from ${at.threshold})`);
  for (const name of [...new Set(rows.map((row) => row.func).filter(Boolean))]) {
    const part = judged.filter((row) => row.func === name);
    say(`    ${name.padEnd(28)} ${percent(confusion(part).accuracy)} of ${part.length} (label ${part[0].label})`);
  }
  tellWorst(judged, options.worst);
}

function sentiment(options, rows, language) {
  const verdicts = moderate(options, rows, language);
  const judged = rows.map((row, i) => ({
    truth: row.label,
    guess: verdicts[i].sentiment.label.replace("unsure", "neu"),
  }));
  const poles = rows.map((row, i) => ({ truth: row.label, guess: verdicts[i].sentiment.score >= 0 ? "pos" : "neg" }));
  const sided = poles.filter((row) => row.truth !== "neu");
  const pairs = rows.map((row, i) => [row.score, verdicts[i].sentiment.score]).filter(([score]) => score !== undefined);
  const unsure = verdicts.filter((verdict) => verdict.sentiment.label === "unsure").length;
  say(
    `  macro-F1 ${percent(macroF1(judged))}, pos/neg accuracy ${percent(sided.filter((row) => row.truth === row.guess).length / sided.length)}, unsure ${percent(unsure / rows.length)}` +
      (pairs.length ? `, r ${correlation(pairs).toFixed(3)}` : ""),
  );
  for (const axis of ["offence", "spam", "promotion", "personal_data"]) {
    const hit = rows.filter((_, i) => stopped(verdicts[i], axis));
    say(`  held or hidden for ${axis}: ${percent(hit.length / rows.length)} (${hit.length} of ${rows.length})`);
    for (const row of hit.slice(0, options.worst)) say(`    ${JSON.stringify(row.text.slice(0, 140))}`);
  }
  say(`  complaints: ${percent(verdicts.filter((verdict) => verdict.complaint).length / rows.length)}`);
}

function spam(options, rows, language) {
  const judged = [];
  for (const video of [...new Set(rows.map((row) => row.video))]) {
    const part = rows.filter((row) => row.video === video).sort((a, b) => a.order - b.order);
    const verdicts = moderate(options, part, language, ["--learn"]);
    const here = part.map((row, i) => ({
      ...row,
      truth: row.label === 1,
      score: verdicts[i].scores.spam,
      guess: verdicts[i].scores.spam >= 0.5,
    }));
    const first = confusion(here.slice(0, 20)).accuracy;
    say(`  ${video}: accuracy ${percent(confusion(here).accuracy)}, over the first 20 ${percent(first)}`);
    judged.push(...here);
  }
  const all = confusion(judged);
  const ham = judged.filter((row) => !row.truth);
  const sure = judged.filter((row) => row.score >= spamHold || row.score <= 0.1);
  say(
    `  at 0.5: accuracy ${percent(all.accuracy)}, P ${percent(all.precision)} R ${percent(all.recall)}, ham above 0.5 ${percent(all.fp / ham.length)}`,
  );
  say(
    `  ham blocked (≥ ${spamHold}) ${percent(ham.filter((row) => row.score >= spamHold).length / ham.length)}; ` +
      `sure of ${percent(sure.length / judged.length)}, of those right ${percent(sure.filter((row) => row.truth === row.guess).length / sure.length)}`,
  );
  tellWorst(judged, options.worst);
}

function taskOf(rows) {
  if (rows.some((row) => row.video !== undefined)) return ["spam", spam];
  return typeof rows[0].label === "string" ? ["sentiment", sentiment] : ["offence", offence];
}

const options = readArguments(process.argv.slice(2));
for (const name of readdirSync(options.folder)
  .filter((file) => file.endsWith(".jsonl"))
  .sort()) {
  const file = path.join(options.folder, name);
  const rows = readRows(file);
  if (rows.length === 0) continue;
  const language = languageOf(name.replace(".jsonl", ""));
  const [task, run] = taskOf(rows);
  say(`${name}: ${task}, ${language}, ${rows.length} rows`);
  run(options, rows, language);
  say();
}
