// The reader's own browser as memory. It may be forbidden, full, or hold anything. Who votes is who comments: the token
// is that of glue/storage.ts.

export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function store(key: string, value: string | null): void {
  try {
    // Another tab, or the comments beside, may have sent something first: then that token counts.
    if (key === "palabre:reader" && localStorage.getItem(key) !== null) return;
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing is remembered then; everything else works.
  }
}

const random = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replace(/\+/g, "-")
    .replace(/\//g, "_");

const newReader = random();

export function remembered(site: string): Record<string, unknown> {
  const reader = read("palabre:reader");
  let name: unknown;
  try {
    name = (JSON.parse(read("palabre:me") ?? "null") as { name?: unknown } | null)?.name;
  } catch {
    name = "";
  }
  return {
    reader: reader ?? newReader,
    known: reader !== null,
    name: typeof name === "string" ? name : "",
    stored: { posts: read(`palabre:posts:${site}`) ?? "", dismissed: read(`palabre:dismissed:${site}`) ?? "" },
  };
}

/** Ids of elements that this reader has dismissed, as they are now. */
export function dismissed(site: string): Set<string> {
  try {
    const keys = JSON.parse(read(`palabre:dismissed:${site}`) ?? "[]") as unknown;
    return new Set(Array.isArray(keys) ? keys.map((key) => `palabre-post-${String(key)}`) : []);
  } catch {
    return new Set();
  }
}
