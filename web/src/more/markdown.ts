// Words with formatting, as Markdown that our parser reads back: for pasting, and for quoting what is selected.

// What it looks at, of nodes that are in no page: it needs no browser.
export interface Source {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Source>;
  getAttribute?(name: string): string | null;
}

const left = new Set([
  "SCRIPT",
  "STYLE",
  "HEAD",
  "TITLE",
  "META",
  "LINK",
  "TEMPLATE",
  "NOSCRIPT",
  "SVG",
  "BUTTON",
  "O:P",
]);
const blocks = new Set(
  "P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV ADDRESS FIGURE FIGCAPTION DETAILS SUMMARY FORM FIELDSET DL DT DD TABLE TBODY THEAD TFOOT CAPTION CENTER BODY HTML".split(
    " ",
  ),
);

/** Of plain words, so that none of their characters reads as a mark. */
function escaped(words: string): string {
  return words
    .replace(/\\(?=[!-/:-@[-`{-~])|[*`[\]]|<(?=[a-z/!?])|~(?=~)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/** Of a line's beginning. */
function escapedStart(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|(?:-{3,}|={2,})$)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function kids(node: Source): Source[] {
  return Array.from(node.childNodes);
}

function text(node: Source): string {
  return node.nodeType === 3 ? (node.nodeValue ?? "") : kids(node).map(text).join("");
}

function styleOf(node: Source): string {
  return (node.getAttribute?.("style") ?? "").toLowerCase().replace(/\s/g, "");
}

/** Bold and italic by element or by style: Google Docs puts everything into a <b> that is none. */
function marksOf(node: Source): string {
  const style = styleOf(node);
  const weight = /font-weight:(\w+)/.exec(style)?.[1];
  const bold = weight ? weight === "bold" || Number(weight) >= 600 : /^(B|STRONG)$/.test(node.nodeName);
  const slant = /font-style:(\w+)/.exec(style)?.[1];
  const italic = slant ? slant === "italic" : /^(I|EM|CITE|VAR|DFN)$/.test(node.nodeName);
  return (bold ? "**" : "") + (italic ? "*" : "") + (/^(S|DEL|STRIKE)$/.test(node.nodeName) ? "~~" : "");
}

/** Marks stand at the words themselves: with a blank inside they would be none. */
function marked(words: string, marks: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(words) ?? [];
  if (!marks || !inner) return words;
  return before + marks + inner + [...marks.matchAll(/\*\*|\*|~~/g)].map(String).reverse().join("") + after;
}

function code(words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(words) ? " " : "";
  return words.trim() ? fence + pad + words + pad + fence : words;
}

function link(node: Source, words: string): string {
  const href = (node.getAttribute?.("href") ?? "").trim();
  if (!/^(https?:\/\/|mailto:)/i.test(href) || !words.trim()) return words;
  const address = href.replace(/[\s()<>\\]/g, (bad) => `%${bad.charCodeAt(0).toString(16).padStart(2, "0")}`);
  if (text(node).trim() === href) return address;
  const [, before = "", inner = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(words) ?? [];
  return `${before}[${inner}](${address})${after}`;
}

function codeBlock(node: Source): string {
  const words = preText(node).replace(/\n+$/, "");
  const longest = Math.max(2, ...[...words.matchAll(/^`{3,}/gm)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${words}\n${fence}`;
}

function preText(node: Source): string {
  if (node.nodeName === "BR") return "\n";
  return node.nodeType === 3 ? (node.nodeValue ?? "") : kids(node).map(preText).join("");
}

function indented(words: string, first: string): string {
  return first + words.replace(/\n(?=.)/g, `\n${" ".repeat(first.length)}`);
}

function list(node: Source): string {
  let number = Number(node.getAttribute?.("start") ?? 1) || 1;
  const items: string[] = [];
  for (const child of kids(node)) {
    const words = /^[UO]L$/.test(child.nodeName) ? list(child) : block(child);
    if (!words) continue;
    // Word and others put an inner list beside its item.
    if (child.nodeName !== "LI") items.push(child.nodeType === 1 ? indented(words, "  ") : words);
    else items.push(indented(words.replace(/\n\n(?=[-\d])/g, "\n"), node.nodeName === "OL" ? `${number++}. ` : "- "));
  }
  return items.join("\n");
}

function row(node: Source): string {
  return kids(node)
    .filter((cell) => /^T[DH]$/.test(cell.nodeName))
    .map((cell) => block(cell).replace(/\s+/g, " "))
    .join(" | ");
}

function isBlock(node: Source): boolean {
  return /^(H[1-6]|[UO]L|LI|BLOCKQUOTE|PRE|HR|TR)$/.test(node.nodeName) || blocks.has(node.nodeName);
}

/** Word has paragraphs with a mark of its own for list items. */
function isWordItem(node: Source): boolean {
  return /mso-list:l\d/.test(styleOf(node));
}

function wordMark(node: Source): string {
  const mark = kids(node).find((child) => styleOf(child).includes("mso-list:ignore"));
  return /^\s*\d+/.exec(mark ? text(mark) : "") ? `${parseInt(text(mark as Source), 10)}. ` : "- ";
}

/** A block's words; blocks inside are set apart by a blank line. */
function blockOf(node: Source): string {
  switch (node.nodeName) {
    case "UL":
    case "OL":
      return list(node);
    case "PRE":
      return codeBlock(node);
    case "BLOCKQUOTE":
      return block(node).replace(/^/gm, "> ").replace(/ +$/gm, "");
    case "HR":
      return "---";
    case "TR":
      return row(node);
    case "TABLE":
      return block(node).replace(/\n+/g, "\n");
  }
  const words = block(node);
  if (isWordItem(node)) return indented(words, wordMark(node));
  return /^H[1-6]$/.test(node.nodeName) ? marked(words.replace(/\*\*/g, "").replace(/\s+/g, " "), "**") : words;
}

function inline(node: Source): string {
  if (node.nodeType === 3) return escaped((node.nodeValue ?? "").replace(/[ \t\r\n\u00a0]+/g, " "));
  if (node.nodeName === "BR") return "\n";
  if (node.nodeName === "IMG") return escaped(node.getAttribute?.("alt") ?? "");
  if (/^(CODE|KBD|SAMP|TT)$/.test(node.nodeName)) return code(text(node).replace(/\s+/g, " "));
  const words = kids(node)
    .filter((child) => !isLeft(child))
    .map((child) => (isBlock(child) ? `\n${blockOf(child)}\n` : inline(child)))
    .join("");
  return marked(node.nodeName === "A" ? link(node, words.replace(/\s*\n\s*/g, " ")) : words, marksOf(node));
}

function isLeft(node: Source): boolean {
  if (node.nodeType !== 1 && node.nodeType !== 3 && node.nodeType !== 11) return true;
  return left.has(node.nodeName.toUpperCase()) || /display:none|mso-hide:all|mso-list:ignore/.test(styleOf(node));
}

/** Whether there are blocks somewhere below: Google Docs and Word wrap paragraphs in inline elements. */
function holdsBlocks(node: Source): boolean {
  return kids(node).some((child) => isBlock(child) || holdsBlocks(child));
}

function block(node: Source): string {
  const parts: string[] = [];
  let line = "";
  let listing = false;
  const flush = (): void => {
    const lines = line.split("\n").map((one) => escapedStart(one.trim()));
    const words = lines
      .join("\n")
      .replace(/^\n+|\n+$/g, "")
      .replace(/\n{3,}/g, "\n\n");
    if (words) parts.push(words);
    if (words) listing = false;
    line = "";
  };
  const walk = (parent: Source): void => {
    for (const child of kids(parent)) {
      if (isLeft(child)) continue;
      if (isBlock(child)) {
        flush();
        const words = blockOf(child);
        if (!words) continue;
        if (listing && isWordItem(child)) parts.push(`${parts.pop()}\n${words}`);
        else parts.push(words);
        listing = isWordItem(child);
      } else if (child.nodeName !== "A" && holdsBlocks(child)) walk(child);
      else line += inline(child);
    }
  };
  walk(node);
  flush();
  return parts.join("\n\n");
}

/** The Markdown of a document fragment, or of an element's content. */
export function markdownOf(fragment: Source): string {
  return block(fragment);
}

/** Whether anything but plain words is in it. */
export function isFormatted(fragment: ParentNode): boolean {
  return (
    fragment.querySelector(
      "b,strong,i,em,a[href],ul,ol,blockquote,code,pre,h1,h2,h3,h4,h5,h6,img[alt],table,[style*=bold],[style*=italic],[style*=weight]",
    ) !== null
  );
}
