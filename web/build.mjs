// Bundles the browser's side into one folder: node build.mjs [folder]   (default ../build/web/dist)
// The wasm module should be in that folder already: the loader asks for the glue, the module and a catalogue by a version
// that is the hash of their bytes, so all may be cached for ever.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "../build/web/dist"));
const styleSheets = ["tokens", "thread", "comment", "composer", "controls", "media"];
// Posts have a shadow root of their own.
const engageBase = ["tokens", "thread", "composer", "controls"];
const deskSheets = [
  "",
  "_screens",
  "_parts",
  "_lists",
  "_queue",
  "_forms",
  "_charts",
  "_over",
  "_rooms",
  "_plan",
  "_live",
].map((part) => `desk${part}`);

const common = { bundle: true, minify: true, write: false, target: "es2021", legalComments: "none", charset: "utf8" };

async function bundle(entry, options) {
  const result = await build({ ...common, entryPoints: [path.join(here, entry)], ...options });
  return Buffer.from(result.outputFiles[0].contents);
}

// The page around may have made a rem anything (62.5 % of it is a common habit), so ours is a property that the loader
// sets; the plain page has the browser's. In queries, where there are no properties, lengths are in em.
function ownUnit(css) {
  return css.replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (_, size) =>
    size === "1" ? "var(--p-rem)" : `calc(${size} * var(--p-rem))`,
  );
}

async function styles(names) {
  const sheets = await Promise.all(names.map((name) => readFile(path.join(here, `styles/${name}.css`), "utf8")));
  return (await transform(ownUnit(sheets.join("\n")), { loader: "css", minify: true, charset: "utf8" })).code.trim();
}

/** A thread in somebody's page needs no rule of the plain page. */
function withoutPage(css) {
  return css.replace(/[^{}]+(?={)/g, (selectors) => {
    const parts = selectors.split(/,(?![^(]*\))/);
    return parts.filter((part) => !part.startsWith(".p-page")).join(",");
  });
}

// One small file a language, of shared/view/catalogues or a folder in it: [name, bytes].
async function messages(below = "") {
  const folder = path.join(here, "../shared/view/catalogues", below);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (name) => {
      const texts = Object.entries(JSON.parse(await readFile(path.join(folder, name), "utf8")));
      texts.sort(([a], [b]) => (a < b ? -1 : 1)); // as the widget keeps them
      return [path.join(below, name), Buffer.from(JSON.stringify(Object.fromEntries(texts)))];
    }),
  );
}

// Of the readers' words those that posts say too, so that one file is enough.
const alsoOfPosts = /^(error|month|reason)\.|^comment\.(date|time)$|^composer\.(name|cancel|sending)$/;

async function engageMessages() {
  const [readers, posts] = [new Map(await messages()), await messages("engage")];
  return posts.map(([name, bytes]) => {
    const all = Object.entries(JSON.parse(readers.get(path.basename(name))));
    const texts = [...all.filter(([key]) => alsoOfPosts.test(key)), ...Object.entries(JSON.parse(bytes))];
    texts.sort(([a], [b]) => (a < b ? -1 : 1));
    return [name, Buffer.from(JSON.stringify(Object.fromEntries(texts)))];
  });
}

// The languages that there are word lists of.
async function listed() {
  const folder = path.join(here, "../shared/rules/lexicon");
  const languages = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found = await Promise.all(
    languages.map(async ({ name }) => ((await optional(path.join(folder, name, "offence.txt"))).length ? name : "")),
  );
  return found.filter(Boolean).sort();
}

async function optional(file) {
  return readFile(file).catch(() => Buffer.alloc(0));
}

await mkdir(path.join(out, "messages"), { recursive: true });
await mkdir(path.join(out, "desk"), { recursive: true });
await mkdir(path.join(out, "engage"), { recursive: true });
const css = `:root{--p-rem:1rem}${await styles([...styleSheets, "live", "engage", "page"])}`;
const rulesWasm = await optional(path.join(out, "palabre-rules.wasm"));
const hashOf = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest("base64url").slice(0, 6);
const rules = await bundle("src/rules/main.ts", {
  format: "esm",
  define: {
    WASM_VERSION: JSON.stringify(hashOf(rulesWasm)),
    LISTED: JSON.stringify(await listed()),
  },
});
const staffWasm = await optional(path.join(out, "palabre-staff.wasm"));
const deskCatalogues = await messages("desk");
const staff = await bundle("src/staff/main.ts", {
  format: "esm",
  define: {
    STAFF_WASM_VERSION: JSON.stringify(hashOf(staffWasm, ...deskCatalogues.map(([, bytes]) => bytes))),
    STAFF_STYLES: JSON.stringify(await styles(["staff"])),
    DESK_LANGUAGES: JSON.stringify(deskCatalogues.map(([name]) => path.basename(name, ".json"))),
  },
});
const glue = await bundle("src/glue/main.ts", {
  format: "esm",
  define: {
    LIVE_STYLES: JSON.stringify(await styles(["live"])),
    RULES_VERSION: JSON.stringify(hashOf(rules)),
    STAFF_VERSION: JSON.stringify(hashOf(staff)),
  },
});
const engageWasm = await optional(path.join(out, "palabre-engage.wasm"));
const engageCatalogues = await engageMessages();
const engage = await bundle("src/engage/main.ts", {
  format: "esm",
  define: {
    ENGAGE_WASM_VERSION: JSON.stringify(hashOf(engageWasm, ...engageCatalogues.map(([, bytes]) => bytes))),
    ENGAGE_STYLES: JSON.stringify(withoutPage(await styles([...engageBase, "engage"]))),
  },
});
const more = await bundle("src/more/main.ts", {
  format: "esm",
  define: { ENGAGE_VERSION: JSON.stringify(hashOf(engage)) },
});
const wasm = await optional(path.join(out, "palabre.wasm"));
if (wasm.length === 0 || rulesWasm.length === 0) {
  console.warn("palabre.wasm or palabre-rules.wasm is not in the folder yet: build them first, then run this again");
}
const catalogues = await messages();
const deskWasm = await optional(path.join(out, "palabre-desk.wasm"));
const deskStyles = await styles([...styleSheets, "live", "engage", ...deskSheets]);
const desk = await bundle("src/desk/main.ts", {
  format: "esm",
  define: {
    DESK_WASM_VERSION: JSON.stringify(
      hashOf(deskWasm, ...[...catalogues, ...engageCatalogues, ...deskCatalogues].map(([, bytes]) => bytes)),
    ),
    DESK_LANGUAGES: JSON.stringify(deskCatalogues.map(([name]) => path.basename(name, ".json"))),
  },
});
const deskPage = (await readFile(path.join(here, "src/desk/admin.html"), "utf8")).replaceAll(
  "DESK_VERSION",
  hashOf(desk, Buffer.from(deskStyles)),
);
const embed = await bundle("src/loader/main.ts", {
  format: "iife",
  define: {
    STYLES: JSON.stringify(withoutPage(await styles(styleSheets))),
    VERSION: JSON.stringify(hashOf(glue, wasm, ...catalogues.map(([, bytes]) => bytes))),
    MORE_VERSION: JSON.stringify(hashOf(more)),
  },
});
await Promise.all(catalogues.map(([name, bytes]) => writeFile(path.join(out, "messages", name), bytes)));
await Promise.all(deskCatalogues.map(([name, bytes]) => writeFile(path.join(out, name), bytes)));
await writeFile(path.join(out, "palabre.css"), css);
await writeFile(path.join(out, "palabre.js"), glue);
await Promise.all(engageCatalogues.map(([name, bytes]) => writeFile(path.join(out, name), bytes)));
await writeFile(path.join(out, "palabre-more.js"), more);
await writeFile(path.join(out, "palabre-engage.js"), engage);
await writeFile(path.join(out, "palabre-rules.js"), rules);
await writeFile(path.join(out, "palabre-staff.js"), staff);
await writeFile(path.join(out, "embed.js"), embed);
await writeFile(path.join(out, "palabre-desk.js"), desk);
await writeFile(path.join(out, "palabre-desk.css"), `:root{--p-rem:1rem}${deskStyles}`);
await writeFile(path.join(out, "admin.html"), deskPage);
await writeFile(path.join(out, "palabre-preview.js"), await bundle("src/desk/preview.ts", { format: "iife" }));
await writeFile(path.join(out, "palabre-preview.css"), await styles(["preview"]));
await writeFile(path.join(out, "preview.html"), await readFile(path.join(here, "src/desk/preview.html")));
