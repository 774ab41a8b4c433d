// Milliseconds a keystroke in palabre-rules.wasm, under node: node moderation_wasm.mjs. Needs build/palabre and the built
// widget. A keystroke judges the whole draft anew.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const data = mkdtempSync(path.join(os.tmpdir(), "palabre-bench-"));
const server = spawn(path.join(root, "build/palabre"), ["serve", "--port", "0", "--data", data], {
  stdio: ["ignore", "pipe", "ignore"],
});
let base;
for await (const line of readline.createInterface({ input: server.stdout })) {
  base = /listening on (http:\/\/\S+)/.exec(line)?.[1];
  if (base) break;
}
const script = readFileSync(path.join(root, "build/web/dist/palabre-rules.js")).toString("base64");
const { load } = await import(`data:text/javascript;base64,${script}`);
const began = performance.now();
const rules = await load(base, ["fr", "en"]);
console.log(`module and word lists ready in ${(performance.now() - began).toFixed(0)} ms`);

const sentence =
  "Je ne suis pas d'accord, c'est vraiment décevant : la commande est arrivée cassée et personne ne répond. ";
for (const length of [100, 300, 1000, 10_000]) {
  const body = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  const times = [];
  for (let i = 0; i < 300; ++i) {
    const line = JSON.stringify({ draft: { name: "Ada", body: body + (i % 10) }, lang: "fr" });
    const start = performance.now();
    rules.judge(line);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${length} characters: median ${times[150].toFixed(3)} ms, p99 ${times[297].toFixed(3)} ms`);
}
server.kill();
rmSync(data, { recursive: true });
