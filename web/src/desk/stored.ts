// What this browser keeps for its desk: small choices, never words or tokens.
const place = "palabre-desk";

export function stored(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

export function store(key: string, value: string | null): void {
  const all = stored();
  if (value === null) delete all[key];
  else all[key] = value;
  try {
    localStorage.setItem(place, JSON.stringify(all));
  } catch {
    // A full or forbidden storage: the choice holds until the page goes.
  }
}
