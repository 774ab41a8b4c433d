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

export function store(key: string, value: string | null): void {
  try {
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
  return {
    type: "remember",
    identity: readJson<object>("palabre:me"),
    own: readJson<Own[]>(`palabre:own:${site}`),
    drafts: drafts(`palabre:draft:${site}:${page}:`),
  };
}
