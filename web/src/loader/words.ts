// The few words that must be there when the server is not.

/** What went wrong, and the button that tries again. */
export function failureWords(lang: string): [string, string] {
  return /^fr\b/i.test(lang)
    ? ["Les commentaires n’ont pas pu être chargés.", "Réessayer"]
    : ["The comments could not be loaded.", "Try again"];
}
