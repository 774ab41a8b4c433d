// Long threads come in pieces: the first comments at once, the rest in turns that leave the page room to breathe.
import type { Options } from "../common/mount.js";
import { showTimes } from "../common/time.js";
import { parseServerHtml } from "./html.js";

const firstComments = 6; // more than a screen of a phone
const pieceSize = 50_000; // characters: some ten milliseconds of a slow phone
const turn = 20; // milliseconds of work until the page may draw again
const voids = /^(?:br|hr|input)$/; // of what shared/view/html.cpp prints

/** Text that begins inside `depth` elements, which the pieces before have left open. Its markup opens them once more. */
interface Piece {
  readonly html: string;
  readonly depth: number;
}

/** Cuts before comments. All `<` in our server's HTML are tags: it escapes the others. */
function* piecesOf(html: string): Generator<Piece, void> {
  const open: string[] = [];
  let around: string[] = [];
  let from = 0;
  let comments = 0;
  const piece = (to?: number): Piece => ({
    html: around.map((name) => `<${name}>`).join("") + html.slice(from, to),
    depth: around.length,
  });
  for (const tag of html.matchAll(/<(\/?)(\w+)/g)) {
    const [, closing, name = ""] = tag;
    const at = tag.index ?? 0;
    if (closing) {
      open.pop();
      continue;
    }
    if (name === "article" && (from ? at - from > pieceSize : ++comments > firstComments)) {
      yield piece(at);
      around = [...open];
      from = at;
    }
    if (!voids.test(name)) open.push(name);
  }
  yield piece();
}

/** Puts a piece where the pieces before it end. */
function joinPiece(target: Element, content: Element, depth: number): void {
  const inside = content.firstElementChild;
  if (depth && inside && target.lastElementChild) {
    joinPiece(target.lastElementChild, inside, depth - 1);
    inside.remove();
  }
  target.append(...content.childNodes);
}

/** The next turn, after the page has been drawn. Timers would come too rarely in a tab that is not looked at. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    const go = (): void => port2.postMessage(0);
    if (document.hidden) go();
    else requestAnimationFrame(go);
  });
}

/** Forms and links in the words are the server's; the page is somebody else's. */
function pointToServer(words: ParentNode, base: string): void {
  for (const form of words.querySelectorAll("form")) {
    form.setAttribute("action", new URL(form.getAttribute("action") ?? "", base).href);
  }
}

function fill(place: Element, { html, depth }: Piece, { base, lang }: Options): boolean {
  const content = parseServerHtml(html);
  if (!content) return false;
  showTimes(content, lang);
  pointToServer(content, base);
  joinPiece(place, content, depth);
  return true;
}

/** Shows the first comments; answers when all of them are there. Null: the page's policy forbids to parse. */
export function pour(place: Element, html: string, options: Options, signal?: AbortSignal): Promise<void> | null {
  const pieces = piecesOf(html);
  const first = pieces.next();
  if (!first.value || !fill(place, first.value, options)) return null;
  const rest = async (): Promise<void> => {
    let until = 0;
    for (const piece of pieces) {
      if (performance.now() > until) {
        await nextTurn();
        until = performance.now() + turn;
      }
      if (signal?.aborted) return;
      fill(place, piece, options);
    }
  };
  return rest();
}
