// The reader's own browser as memory. It may be forbidden, full, or hold anything.

interface Own {
  readonly id: string;
  readonly token: string;
  readonly until: number;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function readJson<T>(key: string): T | undefined {
  try {
    return (JSON.parse(read(key) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

const ownPrefix = "palabre:own:";
const told = new Map<string, Set<string>>(); // by key: the comments that this page has read or written there

function readOwn(key: string): Own[] {
  const found = readJson<unknown>(key);
  return Array.isArray(found) ? (found as (Own | null)[]).filter((one): one is Own => typeof one?.id === "string") : [];
}

function hear(key: string, comments: readonly Own[]): void {
  told.set(key, new Set([...(told.get(key) ?? []), ...comments.map((one) => one.id)]));
}

/** Other tabs write there too: what this page has never heard of stays, unless its time is over. */
function merged(key: string, value: string | null): string | null {
  const mine = JSON.parse(value ?? "[]") as Own[];
  const known = told.get(key) ?? new Set();
  const now = Date.now();
  const others = readOwn(key).filter((one) => !known.has(one.id) && one.until > now);
  hear(key, mine);
  const all = [...others, ...mine];
  return all.length ? JSON.stringify(all) : null;
}

const draftPrefix = "palabre:draft:";
const seen = new Map<string, string>(); // drafts, by key: as this page last read or wrote them
const written = new Map<string, string>(); // drafts that people are writing in this page

function put(key: string, value: string | null): void {
  if (value === null) localStorage.removeItem(key);
  else localStorage.setItem(key, value);
}

/** Two tabs may write in the same place: the last words count, and only the tab they are from takes them away. */
function putDraft(key: string, value: string | null): void {
  if (value === null) written.delete(key);
  else written.set(key, value);
  if (value === null && localStorage.getItem(key) !== seen.get(key)) return;
  put(key, value);
  if (value === null) seen.delete(key);
  else seen.set(key, value);
}

export function store(key: string, given: string | null): void {
  try {
    if (key.startsWith(draftPrefix)) putDraft(key, given);
    else put(key, key.startsWith(ownPrefix) ? merged(key, given) : given);
  } catch {
    // Nothing is remembered then; everything else works.
  }
}

/** Another tab is done with its words: those that are being written here take their place. */
addEventListener("storage", ({ key, newValue }) => {
  const mine = newValue === null && key !== null ? written.get(key) : undefined;
  if (key !== null && mine !== undefined) store(key, mine);
});

function drafts(prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const draft = localStorage.getItem(key) ?? "";
      seen.set(key, draft);
      found[key.slice(prefix.length)] = draft;
    }
  } catch {
    // As above.
  }
  return found;
}

// A word of chance that says nothing else of the reader, one a page; the session has it stored once something is sent.
const newReader = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  .replace(/\+/g, "-")
  .replace(/\//g, "_");

/** The keys are those of widget/app/memory.cpp. */
export function remembered(site: string, page: string): { type: "remember" } & Record<string, unknown> {
  const own = readOwn(ownPrefix + site);
  hear(ownPrefix + site, own);
  const reader = read("palabre:reader");
  return {
    type: "remember",
    identity: readJson<object>("palabre:me"),
    own,
    reader: reader ?? newReader,
    known: reader !== null,
    flags: readJson<unknown>(`palabre:flags:${site}`),
    drafts: drafts(`palabre:draft:${site}:${page}:`),
  };
}
