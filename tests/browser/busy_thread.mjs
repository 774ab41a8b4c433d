import { random as numbers } from "../differential/lines.mjs";

// A thread of always the same words: what the pictures and the measurements of scrolling are made of. The rivals' pictures
// have the same kind of words: short sentences, some code, some links, answers to answers.
const people = (
  "Xavier Grace Wanda Nadia Bruno Karin Agnès Omar Viktor Derek Jonas Elena Yara Hugo Amélie Karim Sofía Léo " +
  "Mei Tomás Ingrid Paulo Zoé Ahmed"
).split(" ");
const stock = (
  "large fast are tried while point network read mostly before you wonder thread partly that remember browser library " +
  "chart built measured reason budget be was problem answer maybe update have wrong never release author worse had " +
  "right page changed article new small reader latency rarely wrote good useful complex the were slow comment know " +
  "they old often found version strange agree script cache simple disagree server"
).split(" ");

export { numbers };

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

function sentence(random) {
  const words = Array.from({ length: 6 + Math.floor(random() * 9) }, () => pick(random, stock));
  const place = Math.floor(random() * words.length);
  const kind = random();
  if (kind < 0.16) words[place] = `\`${words[place]}()\``;
  else if (kind < 0.28) words[place] = `**${words[place]}**`;
  else if (kind < 0.34) words[place] = `[${words[place]}](https://example.org/${words[place]})`;
  const text = words.join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

export function body(random) {
  const paragraphs = random() < 0.25 ? 2 : 1;
  const one = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(random)).join(" ");
  const text = Array.from({ length: paragraphs }, one);
  if (random() < 0.05) text.push("```\nlet answer = ask(server);\nshow(answer);\n```");
  if (random() < 0.06) text.unshift(`> ${sentence(random)}`);
  return withOneLink(text.join("\n\n"));
}

// More than one link of somebody new waits for a moderator.
function withOneLink(text) {
  let links = 0;
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, (link, words) => (++links === 1 ? link : words));
}

/** `count` comments at the page, each after the one before it; answers their ids. */
export async function fill(palabre, page, count, { seed = 7, answers = 0.45 } = {}) {
  const random = numbers(seed);
  const ids = [];
  for (let i = 0; i < count; i += 1) {
    const parent =
      ids.length > 0 && random() < answers ? ids[Math.max(0, ids.length - 1 - Math.floor(random() * 4))] : undefined;
    const written = { name: pick(random, people), body: body(random), ...(parent && { parent }) };
    const answer = await palabre.post(page, written);
    if (!answer.ok) throw new Error(`comment ${i}: ${answer.status} ${await answer.text()}`);
    const { comment, reasons } = await answer.json();
    if (comment.state !== "published") throw new Error(`comment ${i} is ${comment.state}: ${JSON.stringify(reasons)}`);
    ids.push(comment.id);
  }
  return ids;
}
