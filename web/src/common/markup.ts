// What embed.js looks for in a page; palabre-more.js knows what it means.

/** Where another system's tag would leave its thread. */
export const foreignPlaces = "#disqus_thread,#remark42,#isso-thread,#commento,comentario-comments,.giscus";

/** Where another system shows how many comments a page has. */
export const foreignCounters =
  '.disqus-comment-count,.remark42__counter,comentario-count,[href$="#disqus_thread"],[href$="#isso-thread"],[href$="#commento"]';
