// palabre-more.js: what only some pages need. embed.js asks for it when it finds such a page.
export { count } from "./counters.js";
export { readPlace } from "./drop_in.js";
export { posts } from "./engage.js";
export { hintFor } from "./hints.js";
export { layered } from "./layer.js";
export { isFormatted, markdownOf } from "./markdown.js";
export { leadToServer } from "./plain.js";
export { standIn } from "./stand_in.js";
