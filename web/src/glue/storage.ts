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

export function store(key: string, given: string | null): void {
  try {
    const value = key.startsWith(ownPrefix) ? merged(key, given) : given;
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing is remembered then; everything else works.
  }
}

function drafts(prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) found[key.slice(prefix.length)] = localStorage.getItem(key) ?? "";
    }
  } catch {
    // As above.
  }
  return found;
}

/** The keys are those of widget/app/memory.cpp. */
export function remembered(site: string, page: string): { type: "remember" } & Record<string, unknown> {
  const own = readOwn(ownPrefix + site);
  hear(ownPrefix + site, own);
  return {
    type: "remember",
    identity: readJson<object>("palabre:me"),
    own,
    drafts: drafts(`palabre:draft:${site}:${page}:`),
  };
}
