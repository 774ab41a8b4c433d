// The direction of includes, as docs/architecture.md draws it. There is no list of exceptions.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";

// A room may include itself, and these.
export const graph = {
  "shared/model": [],
  "shared/text": ["shared/model"],
  "shared/rules": ["shared/text", "shared/model"],
  "shared/wire": ["shared/rules", "shared/text", "shared/model"],
  "shared/view": ["shared/wire", "shared/rules", "shared/text", "shared/model"],
  "widget/dom": ["shared/view", "shared/model"],
  "widget/app": ["widget/dom", "shared/view", "shared/wire", "shared/rules", "shared/text", "shared/model"],
  "widget/admin": [
    "widget/app",
    "widget/dom",
    "shared/view",
    "shared/wire",
    "shared/rules",
    "shared/text",
    "shared/model",
  ],
  "widget/engage": [
    "widget/app",
    "widget/dom",
    "shared/view",
    "shared/wire",
    "shared/rules",
    "shared/text",
    "shared/model",
  ],
  "widget/staff": ["widget/app", "shared/view", "shared/wire", "shared/rules", "shared/text", "shared/model"],
  "widget/paint": ["shared/view", "shared/model"],
  "widget/judge": ["shared/wire", "shared/rules", "shared/text", "shared/model"],
  "widget/host": [
    "widget/paint",
    "widget/admin",
    "widget/staff",
    "widget/engage",
    "widget/app",
    "widget/dom",
    "widget/judge",
    "shared/view",
    "shared/model",
  ],
  "server/storage": ["shared/wire", "shared/rules", "shared/text", "shared/model"],
  "server/auth": ["shared/model"],
  "server/service": ["server/auth", "server/storage", "shared/wire", "shared/rules", "shared/text", "shared/model"],
  "server/assets": [],
  "server/http": [
    "server/service",
    "server/storage",
    "server/assets",
    "shared/view",
    "shared/wire",
    "shared/rules",
    "shared/text",
    "shared/model",
  ],
  "server/cli": [
    "server/http",
    "server/service",
    "server/storage",
    "shared/view",
    "shared/wire",
    "shared/rules",
    "shared/text",
    "shared/model",
  ],
  server: ["server/cli"], // main.cpp
};

// A library is behind the wall of these rooms.
export const walls = [
  { library: /^nlohmann\//, rooms: ["shared/wire"] },
  { library: /^md4c/, rooms: ["shared/text"] },
  { library: /^httplib/, rooms: ["server/http"] },
  { library: /^(soci\/|sqlite3)/, rooms: ["server/storage"] },
  { library: /^sodium/, rooms: ["server/auth", "server/storage", "server/service", "server/http"] },
  { library: /^(brotli\/|zlib)/, rooms: ["server/http"] },
  { library: /^spdlog\//, rooms: ["server/storage", "server/http", "server/cli"] },
  { library: /^(imgui|misc\/freetype)/, rooms: ["widget/paint", "widget/host"] },
  { library: /^(emscripten|wasm_)/, rooms: ["widget/host"] },
  { library: /^(CLI\/|toml)/, rooms: ["server/cli"] },
];

// `shared` reads no clock, no random source, no file, no environment, no socket and no thread; neither does the widget.
const forbiddenHeaders =
  /^(chrono|ctime|time\.h|random|fstream|iostream|cstdio|stdio\.h|filesystem|thread|jthread|mutex|shared_mutex|condition_variable|future|atomic|semaphore|csignal|unistd\.h|fcntl\.h|pthread\.h|netdb\.h|(sys|netinet|arpa|linux)\/.*)$/;
const forbiddenCalls = /(?<![\w.>])(?:std::|::)?(getenv|secure_getenv|setenv|rand|srand|fopen|system|time|clock)\s*\(/g;
const pureRooms = /^(shared\/\w+|widget\/(app|dom|judge|staff))$/;

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules") yield* filesUnder(file);
    } else yield file;
  }
}

function roomOf(file) {
  const parts = file.split("/");
  return parts.length > 2 ? parts.slice(0, 2).join("/") : parts[0];
}

// Comments and literals out, lines kept: words about a call are no call.
function codeOnly(text) {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (match) =>
    match.replace(/[^\n]/g, " "),
  );
}

function lineOf(text, index) {
  return text.slice(0, index).split("\n").length;
}

function checkOwnInclude(root, room, included, report) {
  if (!existsSync(path.join(root, included))) return report(`"${included}" is no file of this tree`);
  const target = roomOf(included);
  if (target === room || graph[room].includes(target)) return undefined;
  return report(`${room} may not include ${target} ("${included}")`);
}

function checkForeignInclude(room, included, report) {
  for (const { library, rooms } of walls) {
    if (library.test(included) && !rooms.includes(room))
      report(`<${included}> belongs behind the wall of ${rooms.join(", ")}`);
  }
  if (pureRooms.test(room) && forbiddenHeaders.test(included)) report(`${room} is pure, and includes <${included}>`);
}

function checkCxx(root, file, found) {
  const text = readFileSync(path.join(root, file), "utf8");
  const room = roomOf(file);
  if (!(room in graph))
    return found.push(`${file}: ${room} is in no graph; add it to tests/structure and docs/architecture.md`);
  for (const match of text.matchAll(/^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]/gm)) {
    const report = (words) => found.push(`${file}:${lineOf(text, match.index)}: ${words}`);
    if (match[1] === '"') checkOwnInclude(root, room, match[2], report);
    else checkForeignInclude(room, match[2], report);
  }
  if (!pureRooms.test(room)) return undefined;
  for (const match of codeOnly(text).matchAll(forbiddenCalls)) {
    found.push(`${file}:${lineOf(text, match.index)}: ${room} is pure, and calls ${match[1]}()`);
  }
  return undefined;
}

// TypeScript stays in web/: the border to C++ is the wasm module.
function checkTypeScript(root, file, found) {
  const text = readFileSync(path.join(root, file), "utf8");
  for (const match of text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/g)) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1]));
    if (!target.startsWith("web/")) found.push(`${file}:${lineOf(text, match.index)}: imports ${target}, outside web`);
  }
}

// Every wrong include of the tree under `root`, one sentence each.
export function violations(root) {
  const found = [];
  for (const top of ["shared", "widget", "server", "web/src"]) {
    if (!existsSync(path.join(root, top))) continue;
    for (const absolute of filesUnder(path.join(root, top))) {
      const file = path.relative(root, absolute);
      if (/\.(h|cpp|hpp|inc)$/.test(file)) checkCxx(root, file, found);
      else if (/\.(ts|mjs|js)$/.test(file)) checkTypeScript(root, file, found);
    }
  }
  return found;
}
