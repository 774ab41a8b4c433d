// An owner who plans posts through the desk's door, for tests of what readers meet.
import { randomBytes } from "node:crypto";

const root = "/api/v1/admin/";

export class Owner {
  /** Sets the desk up; once a server. */
  static async of(palabre) {
    palabre.owner ??= (async () => {
      const owner = new Owner();
      owner.palabre = palabre;
      const token = (await palabre.setupLink()).split("#setup=")[1];
      const answer = await owner.#ask("POST", `invitations/${token}`, {
        name: "Amélie Durand",
        email: `${randomBytes(4).toString("hex")}@blog.example`,
        password: "a short sentence",
      });
      owner.cookie = answer.headers.get("set-cookie").split(";")[0];
      owner.csrf = (await answer.json()).csrf;
      return owner;
    })();
    return palabre.owner;
  }

  async #ask(method, path, body) {
    const headers = { "Content-Type": "application/json" };
    if (this.cookie) Object.assign(headers, { Cookie: this.cookie, "X-Palabre-Desk": this.csrf });
    const answer = await fetch(this.palabre.url + root + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** Answers the post as it is kept. */
  async plan(post) {
    const whole = {
      id: "1",
      site: "demo",
      kind: "announcement",
      state: "planned",
      purpose: "value",
      severity: "news",
      shape: "card",
      pages: [],
      dismissible: true,
      title: "A title",
      body: "",
      starts: null,
      ends: null,
      by: "",
      created: "2026-11-21T00:00:00.000Z",
      revision: 0,
      ...post,
    };
    return (await this.#ask("POST", "posts", { post: whole, revision: 0 })).json();
  }

  poll(key, options, more = {}, post = {}) {
    return this.plan({
      kind: "poll",
      title: "Which tree should stand in the square?",
      pages: key ? [key] : [],
      shape: key ? "card" : "in_place",
      ...post,
      poll: {
        kind: "single",
        options: options.map((text, index) => ({ id: index + 1, text })),
        least: 1,
        most: 1,
        other: false,
        results: "always",
        secrecy: "secret",
        changeable: true,
        low: "",
        high: "",
        ...more,
      },
    });
  }

  contest(key, more = {}, post = {}) {
    return this.plan({
      kind: "contest",
      title: "Win a book",
      pages: [key],
      ...post,
      contest: {
        kind: "caption",
        choosing: "draw",
        winners: 1,
        moderation: "as_comments",
        comment_first: false,
        vote_in: null,
        answers: [],
        prize: "A book",
        ...more,
      },
    });
  }

  async close(id) {
    return (await this.#ask("POST", `posts/${id}/close`, {})).json();
  }

  /** An answer in the page, under the owner's name. */
  reply(parent, body) {
    return this.#ask("POST", "replies", { parent, body });
  }

  /** The address of a page in which the owner moderates, for a minute. */
  async moderated(url) {
    const { code } = await (await this.#ask("POST", "inline", { site: "demo", origin: new URL(url).origin })).json();
    return `${url}#palabre-moderate=${code}`;
  }

  /** Closes a contest and its list. */
  async freeze(id) {
    await this.close(id);
    await this.#ask("POST", `contests/${id}/freeze`, {});
  }

  /** Of a list that is closed. */
  draw(id) {
    return this.#ask("POST", `contests/${id}/draw`, {});
  }
}
