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
  let seed = (i + 1) * 2654435761;
  const next = (below) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0), (seed >>> 8) % below);
  const word = () => Array.from({ length: 2 + next(2) }, () => syllables[next(syllables.length)]).join("");
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
    for (let attempt = 0; !ids[i]; ++attempt) {
      const body = `Number ${i}. ${bodies[i % 4](i + attempt * 1e5)}`;
      const { comment } = await (await palabre.post(key, { name, parent, body })).json();
      if (comment.state === "published") ids[i] = comment.id; // else it was taken for a copy
    }
  };
  for (let from = 0; from < count; from += together) {
    const some = Array.from({ length: Math.min(together, count - from) }, (_, k) => post(from + k));
    await Promise.all(some);
  }
  return ids;
}
