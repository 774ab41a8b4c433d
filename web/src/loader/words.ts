// The few words that must be there when the server, or its thread, is not. As in shared/view/catalogues: thread.failed and
// thread.retry; a test compares them.

/** By the name of the catalogue. */
export const said: Readonly<Record<string, string>> = {
  en: "The comments could not be loaded.|Try again",
  fr: "Les commentaires n’ont pas pu être chargés.|Réessayer",
  de: "Die Kommentare konnten nicht geladen werden.|Erneut versuchen",
  es: "No se han podido cargar los comentarios.|Reintentar",
  it: "Non è stato possibile caricare i commenti.|Riprova",
  pt: "Não foi possível carregar os comentários.|Tentar novamente",
  nl: "De reacties konden niet worden geladen.|Opnieuw proberen",
  ja: "コメントを読み込めませんでした。|再試行",
  ar: "تعذّر تحميل التعليقات.|إعادة المحاولة",
};

/** What went wrong, and the button that tries again. */
export function failureWords(lang: string): [sentence: string, button: string] {
  return said[lang.slice(0, 2)]!.split("|") as [string, string];
}
