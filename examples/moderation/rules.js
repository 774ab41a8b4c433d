// The page "Try the rules": palabre-rules.js judges what is typed, and the blog's own past comments.
import { lang, words } from "./words.js";

const presets = ["open", "careful", "locked_down"];
const decisions = ["publish", "hide", "hold", "reject"];
const most = 200; // comments of the past
const site = "demo";
const places = ["", "marche-du-samedi", "pain-au-levain", "old-bicycle", "returns-policy", "mint-tea"];

const byId = (id) => document.getElementById(id);
const percent = (value) => `${Math.round(value * 100)} %`;

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** As shared/view/reasons does it. */
function sentence(texts, { rule, count = 0 }) {
  const key = `reason.${rule}`;
  const category = new Intl.PluralRules(lang).select(count);
  const plural = count > 0 ? (texts[`${key}.${category}`] ?? texts[`${key}.other`]) : undefined;
  const text = plural ?? texts[key] ?? texts[`reason.${rule.split(".")[0]}`] ?? texts["reason.any"];
  return text.replace("{n}", new Intl.NumberFormat(lang).format(count));
}

/** The comment with what set the reasons off marked; spans count code points. */
function markSpans(body, reasons) {
  const points = [...body];
  const marked = new Set();
  for (const { field, start, end } of reasons) {
    if (field !== "body" || (start === 0 && end >= points.length)) continue;
    for (let at = start; at < end; ++at) marked.add(at);
  }
  const parts = [];
  for (let from = 0; from < points.length;) {
    let to = from + 1;
    while (to < points.length && marked.has(to) === marked.has(from)) ++to;
    const text = points.slice(from, to).join("");
    parts.push(marked.has(from) ? make("mark", {}, text) : text);
    from = to;
  }
  return { parts, some: marked.size > 0 };
}

function showReasons(texts, reasons) {
  const items = new Map();
  for (const reason of reasons) {
    const text = sentence(texts, reason);
    if (items.has(text)) continue;
    const what = make("span", { className: `tag ${reason.decision}` });
    what.textContent = reason.decision === "publish" ? words.noted : words.short[reason.decision];
    items.set(text, make("li", {}, what, ` ${text} `, make("code", {}, reason.rule)));
  }
  byId("reasons").replaceChildren(...items.values());
}

function showFigures({ scores, sentiment, complaint, lang: language }) {
  for (const [axis, value] of Object.entries(scores)) {
    byId(axis).value = value;
    byId(`${axis}-value`).textContent = percent(value);
  }
  const label = words.sentiment[sentiment.label];
  const score = new Intl.NumberFormat(lang, { signDisplay: "exceptZero", maximumFractionDigits: 2 }).format(
    sentiment.score,
  );
  const confidence = Math.round(sentiment.confidence * 100);
  byId("sentiment").textContent = sentiment.label === "unsure" ? label : words.sure(label, score, confidence);
  byId("complaint").textContent = complaint ? words.yes : words.no;
  byId("language").textContent = words.languages[language] ?? language;
}

function showVerdict(texts, body, verdict) {
  const state = byId("state");
  const blank = body.trim() === "";
  const text = blank && verdict.verdict === "publish" ? words.ready : words[verdict.verdict];
  if (state.textContent !== text) state.textContent = text; // said once, not with every key
  state.className = blank ? "" : verdict.verdict;
  const { parts, some } = markSpans(body, verdict.reasons);
  byId("marked").replaceChildren(...parts);
  byId("marked").hidden = !some;
  showReasons(texts, verdict.reasons);
  showFigures(verdict);
}

function judge(rules, texts) {
  const body = byId("words").value;
  const published = byId("newcomer").checked ? 0 : 10;
  const begun = performance.now();
  const answer = rules.judge(
    JSON.stringify({ draft: { name: "", body }, history: { published, writing_ms: 60_000 }, lang, now: Date.now() }),
  );
  const took = performance.now() - begun;
  const verdict = JSON.parse(answer);
  if (!verdict.verdict) return; // no text yet
  showVerdict(texts, body, verdict);
  byId("time").textContent = words.time(new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(took));
}

function takePreset(rules) {
  const preset = document.querySelector("input[name=preset]:checked").value;
  const problem = rules.policy(JSON.stringify({ policy: { preset }, open: true, languages: ["en", "fr"] }));
  if (problem) throw new Error(problem);
}

function offerExamples(again) {
  const buttons = words.examples.map(([name, text]) => {
    const button = make("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      byId("words").value = text;
      again();
    });
    return button;
  });
  byId("examples").replaceChildren(...buttons);
}

async function pastComments() {
  const pages = places.map((place) => (place ? `/demo/articles/${place}.html` : "/demo/"));
  const threads = pages.map(async (page) => {
    const answer = await fetch(`/api/v1/thread?${new URLSearchParams({ site, page })}`);
    return answer.ok ? (await answer.json()).comments : [];
  });
  return (await Promise.all(threads))
    .flat()
    .filter((comment) => comment.state !== "deleted")
    .map(({ id, author, body, created }) => ({ id, name: author.name, body, created: Date.parse(created) }))
    .sort((a, b) => a.created - b.created)
    .slice(-most);
}

function showCounts(card, result, total) {
  const bar = make("div", { className: "bar" });
  bar.setAttribute("aria-hidden", "true");
  const list = make("ul", { className: "counts" });
  for (const decision of decisions) {
    const n = result[decision];
    if (n === 0) continue;
    bar.append(make("span", { className: decision, style: `flex-grow:${n / total}` }));
    const text = words.counts(n, words.short[decision]);
    list.append(make("li", {}, make("span", { className: `dot ${decision}` }), text));
  }
  card.append(bar, list);
}

function showDifferences(texts, comments, results) {
  const verdicts = results.map((result) => new Map(result.comments.map((one) => [one.id, one])));
  const rows = [...comments].reverse().flatMap((comment) => {
    const each = verdicts.map((known) => known.get(comment.id) ?? { verdict: "publish" });
    if (new Set(each.map((one) => one.verdict)).size === 1) return [];
    const name = make(
      "th",
      { scope: "row", dir: "auto" },
      make("strong", {}, comment.name),
      make("span", {}, comment.body),
    );
    const cells = each.map(({ verdict, rule }) => {
      const cell = make("td", {}, make("span", { className: `tag ${verdict}` }, words.short[verdict]));
      if (rule) cell.append(make("small", {}, sentence(texts, { rule })));
      return cell;
    });
    return [make("tr", {}, name, ...cells)];
  });
  byId("differences").replaceChildren(...rows);
  for (const id of ["differ", "differ-heading"]) byId(id).hidden = rows.length === 0;
}

async function showBacktest(rules, texts) {
  const comments = await pastComments();
  byId("past").textContent = comments.length ? words.past(comments.length) : words.nothing;
  if (!comments.length) return;
  const { results } = JSON.parse(rules.backtest(JSON.stringify({ policies: presets, lang, comments })));
  presets.forEach((preset, at) =>
    showCounts(document.querySelector(`[data-preset=${preset}]`), results[at], comments.length),
  );
  showDifferences(texts, comments, results);
}

async function start() {
  const [{ load }, texts] = await Promise.all([
    import("/palabre-rules.js"),
    fetch(`/messages/${lang}.json`).then((answer) => answer.json()),
  ]);
  const rules = await load("", ["en", "fr"], ["words", "feelings"]);
  const again = () => judge(rules, texts);
  takePreset(rules);
  byId("try").addEventListener("submit", (event) => event.preventDefault());
  byId("words").addEventListener("input", again);
  byId("newcomer").addEventListener("change", again);
  byId("presets").addEventListener("change", () => {
    takePreset(rules);
    again();
  });
  offerExamples(again);
  again();
  await showBacktest(rules, texts);
}

start().catch((error) => {
  byId("state").textContent = words.failed;
  throw error;
});
