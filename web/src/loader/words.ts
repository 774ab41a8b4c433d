// The few words that must be there when the server, or its thread, is not. As in shared/view/catalogue.cpp.

type Said = readonly [english: string, french: string];

const why: Readonly<Record<string, Said>> = {
  unknown_site: [
    "Comments are not set up for this site. Tell its owner, please.",
    "Les commentaires ne sont pas configurés pour ce site. Prévenez son responsable, s’il vous plaît.",
  ],
  origin_not_allowed: [
    "Comments are not allowed from this address. Tell the site’s owner, please.",
    "Les commentaires ne sont pas autorisés depuis cette adresse. Prévenez le responsable du site, s’il vous plaît.",
  ],
  rate_limited: [
    "That was a lot in a short time. Wait a moment, then try again.",
    "Cela fait beaucoup en peu de temps. Patientez un instant, puis réessayez.",
  ],
};
const failed: Said = ["The comments could not be loaded.", "Les commentaires n’ont pas pu être chargés."];
const again: Said = ["Try again", "Réessayer"];

/** What went wrong, and the button that tries again. `code` is the server's, when it answered. */
export function failureWords(lang: string, code: string): [string, string] {
  const one = /^fr\b/i.test(lang) ? 1 : 0;
  const reason = why[code]?.[one];
  return [failed[one] + (reason ? ` ${reason}` : ""), again[one]];
}
