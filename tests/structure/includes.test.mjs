// The tree keeps its arrows, and the check sees it when it doesn't: each wrong line is planted in a small copy.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { graph, violations } from "./includes.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

function write(root, file, text) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

// A tree of one empty header in each room, with `file` as given.
function planted(file, text) {
  const root = mkdtempSync(path.join(os.tmpdir(), "palabre-structure-"));
  try {
    for (const room of Object.keys(graph)) write(root, `${room}/room.h`, "#pragma once\n");
    write(root, file, text);
    return violations(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("the tree keeps its arrows", () => {
  assert.deepEqual(violations(repository), []);
});

test("the graph has no cycle", () => {
  const visit = (room, trail) => {
    assert.ok(!trail.includes(room), [...trail, room].join(" → "));
    for (const next of graph[room]) visit(next, [...trail, room]);
  };
  for (const room of Object.keys(graph)) visit(room, []);
});

test("docs/architecture.md shows this graph", () => {
  const page = readFileSync(path.join(repository, "docs/architecture.md"), "utf8");
  for (const [room, targets] of Object.entries(graph)) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${room}\``));
    assert.ok(row, `a row for ${room}`);
    const shown = [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]).slice(1);
    assert.deepEqual(shown.sort(), [...targets].sort(), `the row for ${room}`);
  }
});

for (const [name, file, text] of [
  ["shared on server", "shared/rules/wrong.cpp", '#include "server/storage/room.h"\n'],
  ["shared on widget", "shared/view/wrong.h", '#include "widget/app/room.h"\n'],
  ["rules on view", "shared/rules/wrong.cpp", '#include "shared/view/room.h"\n'],
  ["rules on wire", "shared/rules/wrong.h", '#  include "shared/wire/room.h"\n'],
  ["text on rules", "shared/text/wrong.cpp", '#include "shared/rules/room.h"\n'],
  ["model on text", "shared/model/wrong.h", '#include "shared/text/room.h"\n'],
  ["widget on server", "widget/app/wrong.cpp", '#include "server/http/room.h"\n'],
  ["server on widget", "server/http/wrong.cpp", '#include "widget/dom/room.h"\n'],
  ["storage on service", "server/storage/wrong.cpp", '#include "server/service/room.h"\n'],
  ["a file that is not there", "shared/model/wrong.h", '#include "shared/model/nowhere.h"\n'],
  ["a path from the file's own folder", "shared/model/wrong.h", '#include "room.h"\n'],
  ["a room in no graph", "shared/attic/wrong.h", "#pragma once\n"],
  ["a clock in shared", "shared/rules/wrong.cpp", "#include <chrono>\n"],
  ["a thread in shared", "shared/text/wrong.cpp", "#include <mutex>\n"],
  ["a socket in shared", "shared/wire/wrong.cpp", "#include <sys/socket.h>\n"],
  ["a file in the widget", "widget/app/wrong.cpp", "#include <fstream>\n"],
  ["the environment in shared", "shared/rules/wrong.cpp", 'auto home = std::getenv("HOME");\n'],
  ["a clock by its call", "shared/rules/wrong.cpp", "long now() { return ::time(nullptr); }\n"],
  ["httplib outside its wall", "server/service/wrong.cpp", "#include <httplib.h>\n"],
  ["SQL outside its wall", "server/http/wrong.cpp", "#include <soci/soci.h>\n"],
  ["ImGui outside its wall", "widget/app/wrong.cpp", "#include <imgui.h>\n"],
  ["TypeScript out of web", "web/src/wrong.ts", 'import { x } from "../../server/http/x.js";\n'],
]) {
  test(`red: ${name}`, () => {
    const found = planted(file, text);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0], new RegExp(`^${file}`));
  });
}

test("green: words about a clock are no clock", () => {
  assert.deepEqual(
    planted("shared/rules/right.cpp", '// time(0), getenv("X")\nconst char* s = "rand()";\nint lifetime(int);\n'),
    [],
  );
});
