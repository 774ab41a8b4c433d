// Lines for the rules: every text of the vectors as it is, and as many made from them and from other pieces as wanted.
// The same seed gives the same lines.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Numbers in [0, 1), from a seed: mulberry32. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function* textsIn(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const child of Object.values(value)) yield* textsIn(child);
}

/** Every string of the vectors that a comment could be. */
export function realLines(folder) {
  const found = new Set();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    for (const text of textsIn(JSON.parse(readFileSync(path.join(folder, name), "utf8")))) {
      if (text.length > 3 && text.length <= 10000 && text.isWellFormed()) found.add(text);
    }
  }
  return [...found];
}

const pieces =
  `je tu vous you your this that c'est n'est pas never very très vraiment so but mais great nul super merci love hate
   déteste horrible génial commande remboursement refund order broken livraison connard c0nnard c.o.n.n.a.r.d putain f*ck
   fuuuck ѕhit ａｓｓｈｏｌｅ idiot idiots espèce de ta gueule kill tuer les des the all tous women femmes muslims juifs
   http://example.com https://bit.ly/x www.shop.example [banque](http://evil.example) check out my channel whatsapp
   abonne-toi promo free gratuit 06 12 34 56 78 +33612345678 4111 1111 1111 1111 a@b.example 12 rue de la Paix 75002 Paris
   :) :-( 😀 😡 👍🏽 🇫🇷 ❤️ !!! ?? … « » " ' ( ) * # @ ** _ \` > Straße İstanbul ñandú 日本語 です مرحبا привет x́̂̃ ​ ‮ ﬁ Ⅷ ½`.split(
    /\s+/,
  );

const disguises = [
  (word) => word.toUpperCase(),
  (word) => [...word].join(" "),
  (word) => [...word].join("."),
  (word) => word.replace(/[aeio]/g, (letter) => ({ a: "@", e: "3", i: "1", o: "0" })[letter]),
  (word) => word.replace(/(.)$/u, "$1$1$1$1"),
  (word) => [...word].join("​"),
  (word) => word.normalize("NFD"),
  (word) => word.replace(/[aeiou]/, "*"),
];

export function madeLines(count, seed, real) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const word = () => {
    const plain = next() < 0.75 ? pick(pieces) : pick(pick(real).split(/\s+/)) || "x";
    return next() < 0.15 ? pick(disguises)(plain) : plain;
  };
  const anything = () =>
    String.fromCodePoint(pick([0x20, 0x61, 0xe9, 0x3b1, 0x430, 0x5d0, 0x4e00, 0x1f600]) + Math.floor(next() * 64));
  const line = () => {
    if (next() < 0.05) return Array.from({ length: 1 + Math.floor(next() * 40) }, anything).join("");
    if (next() < 0.05) return pick(real) + " " + pick(real);
    return Array.from({ length: 1 + Math.floor(next() ** 3 * 60) }, word).join(next() < 0.95 ? " " : "");
  };
  return Array.from({ length: count }, () => line().slice(0, 9000).toWellFormed());
}
