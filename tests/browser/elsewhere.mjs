// Somebody else's web site, on an origin of its own: pages with our tag as their owner would write them, policies included.
import { execFileSync } from "node:child_process";
import http from "node:http";

const types = { ".js": "text/javascript", ".html": "text/html; charset=utf-8" };

export class Elsewhere {
  #pages = new Map();
  #server;

  static async start() {
    const elsewhere = new Elsewhere();
    elsewhere.#server = http.createServer((request, response) => elsewhere.#answer(request, response));
    await new Promise((resolve) => elsewhere.#server.listen(0, "127.0.0.1", resolve));
    elsewhere.url = `http://127.0.0.1:${elsewhere.#server.address().port}`;
    return elsewhere;
  }

  #answer({ url }, response) {
    const path = new URL(url, this.url).pathname;
    const found = this.#pages.get(path);
    response.statusCode = found ? 200 : 404;
    response.setHeader("content-type", types[/\.\w+$/.exec(path)?.[0]] ?? types[".html"]);
    for (const [name, value] of Object.entries(found?.headers ?? {})) response.setHeader(name, value);
    response.end(found?.body ?? "");
  }

  // Serves `body` at `path`; answers its address.
  put(path, body, headers = {}) {
    this.#pages.set(path, { body, headers });
    return this.url + path;
  }

  // A whole page around what its owner wrote.
  page(path, content, headers = {}, title = "Somebody's article") {
    const head = `<meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">`;
    return this.put(path, `<!doctype html><html lang="en"><head>${head}</head><body>${content}</body></html>`, headers);
  }

  end() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

// As its owner does it: the running server sees the new site within two seconds.
export async function registerSite(palabre, name, ...origins) {
  execFileSync(palabre.program, [
    "site",
    "add",
    name,
    ...origins.flatMap((one) => ["--origin", one]),
    "--data",
    palabre.data,
  ]);
  const asked = `${palabre.url}/api/v1/counts?site=${name}&page=/`;
  for (;;) {
    const answer = await fetch(asked, { headers: { origin: origins[0] } });
    if (answer.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
