// A thread as long as wanted, written as readers write it: through the API. A hundred begin, the others answer, so that all
// are in one document.
const beginners = 100;
const together = 16;
const bodies = [
  "Short and **to the point**.",
  "A comment of a usual length, with a few words in it, and a [link](https://example.org/) for those who want more.",
  "> quoted\n\nAn answer to that, in two paragraphs.\n\nThe second has `code` in it.",
  "- one\n- two\n- three",
];

export async function fillThread(palabre, key, count) {
  const ids = [];
  const post = async (i) => {
    const parent = i < beginners ? undefined : ids[i % 3 === 0 ? i - beginners : i % beginners];
    const answer = await palabre.post(key, { name: `Reader ${i % 37}`, parent, body: `Number ${i}. ${bodies[i % 4]}` });
    ids[i] = (await answer.json()).comment.id;
  };
  for (let from = 0; from < count; from += together) {
    const some = Array.from({ length: Math.min(together, count - from) }, (_, k) => post(from + k));
    await Promise.all(some);
  }
  return ids;
}
