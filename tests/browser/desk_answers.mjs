// Answers of the server for the desk's looks: the same figures and comments on every machine and at every time.
const minute = 60_000;
const now = Date.UTC(2026, 10, 20, 20, 0);
const words = [
  "The bridge will be closed for two weeks, says the town hall. Does anybody know whether the bus still runs?",
  "Buy cheap watches at http://watches.example and http://more.example, best price!!!",
  "What an idiot you are, honestly. Learn to read before you write here.",
  "Merci pour cet article. Une petite faute au troisième paragraphe : « les élèves ont ». Sinon, passionnant.",
  "I waited three hours and nobody came. The worst service in this town, and it costs more every year.",
];
const names = ["Amélie", "Cheap Watches", "grumpy", "Jean-Baptiste", "Theodora Papadopoulou"];

export const session = {
  member: { id: "1", name: "Amélie Dubois", email: "amelie@blog.example", role: "owner", created: now - 9e9 },
  csrf: "mark",
  sites: [
    { id: "1", name: "demo", origins: ["https://demo.example"] },
    { id: "2", name: "recipes", origins: ["https://recipes.example"] },
  ],
};

export const overview = {
  days: Array.from({ length: 30 }, (_, i) => 14 + ((i * 37) % 29) + (i % 7 === 5 ? 20 : 0)),
  held: Array.from({ length: 30 }, (_, i) => (i * 13) % 9),
  hours: Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0 : ((day * 5 + hour * 3) % 11) + (hour > 18 ? 8 : 0))),
  ).flat(),
  reasons: { spam: 61, offence: 23, promotion: 12, personal_data: 4, policy: 9 },
  waiting: 12,
  oldest_waiting: now - 190 * minute,
  decided_today: 34,
};

function item(index) {
  const kind = index % words.length;
  return {
    comment: {
      id: String(1000 + index),
      author: { name: names[kind] },
      body: words[kind],
      state: "held",
      created: now - index * 7 * minute,
    },
    site: "demo",
    page: "/bridge",
    page_title: "The bridge is closed",
    page_url: "https://demo.example/bridge",
    revision: 1,
    flags: kind === 2 ? 3 : 0,
    newcomer: kind === 1,
    attention: 100 - kind,
  };
}

export const queue = {
  items: Array.from({ length: 40 }, (_, index) => item(index)),
  next: "",
  counts: { waiting: 12, held: 9, flagged: 3, hidden: 21, spam: 140, removed: 6, all: 4210 },
  change: 1,
};

/** Answers the page's requests below the desk's root; what is not here is not found. */
export async function answerDesk(page, more = {}) {
  const all = { session, overview, queue, ...more };
  await page.clock.setFixedTime(now);
  await page.route("**/api/v1/admin/**", (route) => {
    const path = new URL(route.request().url()).pathname.replace("/api/v1/admin/", "");
    const body = all[path];
    if (body !== undefined && route.request().method() === "GET") return route.fulfill({ json: body });
    return route.fulfill({ status: 404, json: { code: "not_found", status: 404 } });
  });
}
