// Formatted words as Markdown. The trees are those that browsers make of what the named programs put on the clipboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const esbuild = createRequire(path.join(repository, "web/package.json"))("esbuild");
const source = readFileSync(path.join(repository, "web/src/more/markdown.ts"), "utf8");
const { code } = esbuild.transformSync(source, { loader: "ts", format: "esm" });
const { markdownOf } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

// h("a", { href: "…" }, "words", h("b", {}, "more")): an element as far as the converter looks at one.
function h(name, attributes = {}, ...children) {
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    nodeValue: null,
    childNodes: children.map(nodeOf),
    getAttribute: (wanted) => attributes[wanted] ?? null,
  };
}
function nodeOf(child) {
  return typeof child === "string" ? { nodeType: 3, nodeName: "#text", nodeValue: child, childNodes: [] } : child;
}
const remark = (words) => ({ nodeType: 8, nodeName: "#comment", nodeValue: words, childNodes: [] });

const cases = [
  ["paragraphs and breaks", [h("p", {}, "One"), h("p", {}, "Two", h("br"), "three")], "One\n\nTwo\nthree"],
  ["bold and italic", [h("p", {}, "a ", h("strong", {}, "b"), " ", h("em", {}, "c"))], "a **b** *c*"],
  ["both at once", [h("b", {}, h("i", {}, "x"))], "***x***"],
  ["marks stand at the words", [h("p", {}, "a", h("b", {}, " b "), "c")], "a **b** c"],
  ["a link", [h("a", { href: "https://e.example/a b(c)" }, "words")], "[words](https://e.example/a%20b%28c%29)"],
  [
    "a link that says its address",
    [h("a", { href: "https://e.example/a" }, "https://e.example/a")],
    "https://e.example/a",
  ],
  ["no script in a link", [h("a", { href: "javascript:alert(1)" }, "words")], "words"],
  [
    "a link around a heading",
    [h("a", { href: "https://e.example/" }, h("h3", {}, "Title"))],
    "[**Title**](https://e.example/)",
  ],
  ["a list", [h("ul", {}, "\n", h("li", {}, "one"), "\n", h("li", {}, "two"))], "- one\n- two"],
  ["a list that begins at three", [h("ol", { start: "3" }, h("li", {}, "c"), h("li", {}, "d"))], "3. c\n4. d"],
  [
    "lists in lists",
    [h("ul", {}, h("li", {}, "a", h("ul", {}, h("li", {}, "b"))), h("li", {}, "c"))],
    "- a\n  - b\n- c",
  ],
  ["a list beside its item", [h("ul", {}, h("li", {}, "a"), h("ul", {}, h("li", {}, "b")))], "- a\n  - b"],
  ["a quote", [h("blockquote", {}, h("p", {}, "a"), h("p", {}, "b")), h("p", {}, "c")], "> a\n>\n> b\n\nc"],
  ["code", [h("p", {}, "use ", h("code", {}, "a `b` *c*"))], "use ``a `b` *c*``"],
  ["a block of code", [h("pre", {}, h("code", {}, "if (a)\n\n\n\n  b;\n"))], "```\nif (a)\n\n\n\n  b;\n```"],
  ["a heading", [h("h2", {}, "Some ", h("b", {}, "title")), h("p", {}, "words")], "**Some title**\n\nwords"],
  ["a picture", [h("p", {}, "see ", h("img", { alt: "a tree", src: "x.png" }))], "see a tree"],
  [
    "a table",
    [
      h(
        "table",
        {},
        h(
          "tbody",
          {},
          h("tr", {}, h("th", {}, "A"), h("th", {}, "B")),
          h("tr", {}, h("td", {}, "1"), h("td", {}, "2")),
        ),
      ),
    ],
    "A | B\n1 | 2",
  ],
  [
    "nothing of scripts and styles",
    [h("style", {}, "p{}"), h("script", {}, "x()"), h("p", {}, "words"), remark("x")],
    "words",
  ],
  ["what is hidden stays away", [h("p", {}, "a", h("span", { style: "display: none" }, "b"))], "a"],
  [
    "marks as words",
    [h("p", {}, "2 * 3, [a], `b`, <i>, _c_, snake_case, 5 < 6, a\\*b")],
    "2 \\* 3, \\[a\\], \\`b\\`, \\<i>, \\_c\\_, snake_case, 5 < 6, a\\\\\\*b",
  ],
  [
    "a line that begins like a list",
    [h("p", {}, "- no"), h("p", {}, "1. no"), h("p", {}, "# no"), h("p", {}, "> no")],
    "\\- no\n\n1\\. no\n\n\\# no\n\n\\> no",
  ],
  ["no-break spaces", [h("p", {}, "a\u00a0b \n  c")], "a b c"],
  [
    "Google Docs: a <b> that is none",
    [
      h(
        "b",
        { style: "font-weight:normal;", id: "docs-internal-guid-1" },
        h(
          "p",
          { dir: "ltr" },
          h("span", { style: "font-weight:700" }, "Bold"),
          h("span", { style: "font-weight:400;font-style:italic" }, " slanted"),
        ),
        h("br"),
        h("p", {}, "plain"),
      ),
    ],
    "**Bold** *slanted*\n\nplain",
  ],
  [
    "Word: <o:p>, and paragraphs that are list items",
    [
      h("p", { class: "MsoNormal" }, h("b", {}, "Words"), h("o:p", {}, "\u00a0")),
      h(
        "p",
        { style: "text-indent:-18.0pt;mso-list:l0 level1 lfo1" },
        h("span", { style: "mso-list:Ignore" }, "·   "),
        "one",
      ),
      h("p", { style: "mso-list:l0 level1 lfo1" }, h("span", { style: "mso-list:Ignore" }, "·   "), "two"),
      h("p", { style: "mso-list:l1 level1 lfo2" }, h("span", { style: "mso-list:Ignore" }, "1. "), "first"),
    ],
    "**Words**\n\n- one\n- two\n1. first",
  ],
  [
    "Gmail: lines that are <div>s",
    [h("div", {}, "a"), h("div", {}, h("br")), h("div", {}, "b ", h("b", {}, "c"))],
    "a\n\nb **c**",
  ],
  ["marks around paragraphs are left out", [h("b", {}, h("p", {}, "a"), h("p", {}, "b"))], "a\n\nb"],
  ["nothing", [], ""],
];

for (const [name, children, markdown] of cases) {
  test(name, () => assert.equal(markdownOf(h("body", {}, ...children)), markdown));
}
