// Starts build/palabre with the example blog and this folder's own pages, on a port that the kernel picks.
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, "../..");

mkdirSync(path.join(repository, "build/log"), { recursive: true });
const serverLog = openSync(path.join(repository, "build/log/browser-server.log"), "a");

function listening(child, told) {
  return new Promise((resolve, reject) => {
    const lines = readline.createInterface({ input: child.stdout });
    lines.on("line", (line) => {
      told.push(line);
      const match = /listening on (http:\/\/\S+)/.exec(line);
      if (match) resolve(match[1]);
    });
    lines.on("close", () => reject(new Error("palabre ended before it listened")));
  });
}

export class Palabre {
  #folder = mkdtempSync(path.join(os.tmpdir(), "palabre-browser-"));
  #child;
  #port = 0;
  program = process.env.PALABRE ?? path.join(repository, "build/palabre");
  data = path.join(this.#folder, "data");
  told = []; // the lines that it wrote for people

  static async start() {
    const server = new Palabre();
    mkdirSync(path.join(server.#folder, "demo"));
    cpSync(path.join(repository, "examples"), path.join(server.#folder, "demo"), { recursive: true });
    cpSync(path.join(here, "pages"), path.join(server.#folder, "demo/pages"), { recursive: true });
    await server.resume();
    return server;
  }

  // Serves again what was stopped: the same port, the same data.
  async resume() {
    const demo = path.join(this.#folder, "demo");
    this.#child = spawn(
      this.program,
      ["serve", "--port", String(this.#port), "--data", this.data, "--demo", demo, "--no-rate-limits"],
      { stdio: ["ignore", "pipe", serverLog] },
    );
    this.url = await listening(this.#child, this.told);
    this.#port = Number(new URL(this.url).port);
  }

  async stop() {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGTERM");
    await gone;
  }

  async end() {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The link with which the first owner sets up the desk, as `serve` told it. */
  async setupLink() {
    for (let i = 0; i < 100; ++i) {
      const link = this.told.map((line) => /http\S+#setup=[\w-]+/.exec(line)).find(Boolean);
      if (link) return link[0];
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("palabre told no link to set up the desk");
  }

  // Writes a comment as a program would; answers the response.
  /** Each comment is of somebody else, so that none is a copy of one's own. */
  post(page, { name = "Amélie", body, site = "demo", parent, ...rest }) {
    const reader = randomBytes(18).toString("base64url");
    return fetch(`${this.url}/api/v1/comments`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.url, authorization: `Bearer ${reader}` },
      body: JSON.stringify({ site, page, parent, author: { name, ...rest.author }, body }),
    });
  }
}
