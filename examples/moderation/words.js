// What the page says, in its two languages.
const en = {
  publish: "Published at once",
  hide: "Published, folded behind a reason",
  hold: "Held for a moderator",
  reject: "Refused",
  short: { publish: "published", hide: "folded", hold: "held", reject: "refused" },
  ready: "Type something, or take an example.",
  failed: "The rules could not be loaded.",
  noted: "noted",
  sentiment: { neg: "negative", neu: "neutral", pos: "positive", unsure: "not sure" },
  sure: (label, score, confidence) => `${label} (${score}), ${confidence} % sure`,
  yes: "yes",
  no: "no",
  languages: { en: "English", fr: "French", unknown: "unknown" },
  time: (ms) => `Judged in ${ms} ms.`,
  past: (n) => `What each would have done to the last ${n} comments of this blog:`,
  nothing: "This blog has no comments yet.",
  counts: (n, what) => `${n} ${what}`,
  examples: [
    ["A disguised insult", "You are an a$$h0le, honestly"],
    ["Harsh and honest", "The worst article I have read in years: lazy, wrong, and a waste of my time."],
    ["Two links", "See https://one.example/recipes and https://two.example/recipes"],
    ["Coarse, at nobody", "Damn, that is a fucking good loaf of bread!"],
    [
      "An advertisement",
      "Check out my website www.mysite.example for great deals and subscribe, use my discount code!",
    ],
    ["A customer’s problem", "I ordered three weeks ago, nothing has arrived, and nobody answers my e-mails."],
  ],
};

const fr = {
  publish: "Publié tout de suite",
  hide: "Publié, replié derrière un motif",
  hold: "Retenu pour un modérateur",
  reject: "Refusé",
  short: { publish: "publié", hide: "replié", hold: "retenu", reject: "refusé" },
  ready: "Écrivez quelque chose, ou prenez un exemple.",
  failed: "Les règles n’ont pas pu être chargées.",
  noted: "noté",
  sentiment: { neg: "négatif", neu: "neutre", pos: "positif", unsure: "pas sûr" },
  sure: (label, score, confidence) => `${label} (${score}), sûr à ${confidence} %`,
  yes: "oui",
  no: "non",
  languages: { en: "anglais", fr: "français", unknown: "inconnue" },
  time: (ms) => `Jugé en ${ms} ms.`,
  past: (n) => `Ce que chacune aurait fait des ${n} derniers commentaires de ce blog :`,
  nothing: "Ce blog n’a pas encore de commentaires.",
  counts: (n, what) => `${n} ${what}${n > 1 ? "s" : ""}`,
  examples: [
    ["Une insulte déguisée", "Franchement, tu n’es qu’un c0nn@rd"],
    ["Dur et honnête", "Le pire article que j’aie lu depuis des années : bâclé, faux, une perte de temps."],
    ["Deux liens", "Voyez https://un.example/recettes et https://deux.example/recettes"],
    ["Grossier, contre personne", "Putain, quelle bonne idée ce pain !"],
    ["Une publicité", "Visitez mon site www.monsite.example : promo -80 %, abonnez-vous et utilisez mon code promo !"],
    [
      "Un client mécontent",
      "J’ai commandé il y a trois semaines, rien n’est arrivé, et personne ne répond à mes messages.",
    ],
  ],
};

export const lang = document.documentElement.lang === "fr" ? "fr" : "en";
export const words = lang === "fr" ? fr : en;
