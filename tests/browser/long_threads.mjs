import { random } from "../differential/lines.mjs";

// A thread as long as wanted, written as readers write it: through the API. A hundred begin, the others answer, so that all
// are in one document.
const beginners = 100;
const together = 16;
const syllables = [
  "ba",
  "lo",
  "mi",
  "re",
  "tan",
  "ver",
  "sol",
  "ki",
  "dun",
  "par",
  "fe",
  "gor",
  "hal",
  "nis",
  "wen",
  "zu",
];

// Words of each comment's own: the same again would be a copy, which waits for a moderator.
export function someWords(i, count) {
  const next = random(i);
  const pick = (below) => Math.floor(next() * below);
  const word = () => Array.from({ length: 2 + pick(2) }, () => syllables[pick(syllables.length)]).join("");
  return Array.from({ length: count }, word).join(" ");
}

const bodies = [
  (i) => `${someWords(i, 5)} and **${someWords(i + 1e6, 3)}**.`,
  (i) => `${someWords(i, 14)}, and a [link](https://example.org/) for those who want more.`,
  (i) => `> ${someWords(i, 4)}\n\n${someWords(i + 1e6, 8)}.\n\n${someWords(i + 2e6, 4)} has \`code\` in it.`,
  (i) => `- ${someWords(i, 6)}\n- ${someWords(i + 1e6, 6)}\n- three`,
];

export async function fillThread(palabre, key, count) {
  const ids = [];
  const post = async (i) => {
    const parent = i < beginners ? undefined : ids[i % 3 === 0 ? i - beginners : i % beginners];
    const name = `Reader ${i % 37}`;
    const { comment } = await (
      await palabre.post(key, { name, parent, body: `Number ${i}. ${bodies[i % 4](i)}` })
    ).json();
    if (comment.state !== "published") throw new Error(`comment ${i} is ${comment.state}`);
    ids[i] = comment.id;
  };
  for (let from = 0; from < count; from += together) {
    const some = Array.from({ length: Math.min(together, count - from) }, (_, k) => post(from + k));
    await Promise.all(some);
  }
  return ids;
}
