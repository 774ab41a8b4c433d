// While the thread is on its way there is nothing to do: the browser gets the styles, the fonts and our own code ready
// with a comment that nobody sees. On a slow phone the real ones are there about a tenth of a second earlier.
import type { Options } from "../common/mount.js";
import { pour } from "./pieces.js";

// What the first screen of a thread is made of (shared/view).
const sample =
  '<section class="p-thread"><h2 class="p-count">a</h2><form class="p-composer"><textarea class="p-input"></textarea>' +
  '<input class="p-input"><button class="p-button">a</button></form><div class="p-comment"><div class="p-card"><span ' +
  'class="p-avatar"></span><h3 class="p-name">a</h3><a class="p-time"><time datetime="2000">a</time></a><div ' +
  'class="p-body"><p>a</div></div></div></section>';

let rehearsed = false;

/** Once a page, in two short tasks, unless the words are there before. */
export function rehearse(root: Element, words: Element, options: Options): void {
  if (rehearsed) return;
  rehearsed = true;
  const place = document.createElement("div");
  const needless = (): boolean => words.hasChildNodes() || !root.isConnected;
  setTimeout(() => {
    if (needless()) return;
    place.className = "p-rehearsal";
    place.inert = true;
    root.append(place);
    void pour(place, sample, options);
    setTimeout(() => {
      if (!needless()) place.getBoundingClientRect(); // lays out
      place.remove();
    });
  });
}
