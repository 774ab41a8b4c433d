// When the clocks change where this person is: the session may not ask a clock, and plans months ahead.
const day = 86_400_000;
const before = 400 * day;
const after = 3660 * day;

const offsetAt = (time: number): number => -new Date(time).getTimezoneOffset();

/** The first moment in (from, to] that has the offset of `to`, to the minute. */
function shiftBetween(from: number, to: number): number {
  const offset = offsetAt(to);
  while (to - from > 60_000) {
    const middle = Math.floor((from + to) / 120_000) * 60_000;
    if (middle <= from) break;
    if (offsetAt(middle) === offset) to = middle;
    else from = middle;
  }
  return to;
}

/** "Europe/Paris;60,1774746000000:120,…": see view::desk::read_zone. */
export function zone(now: number): string {
  const start = Math.floor((now - before) / 60_000) * 60_000;
  const parts = [String(offsetAt(start))];
  for (let at = start; at < now + after; at += day) {
    if (offsetAt(at) === offsetAt(at + day)) continue;
    const shift = shiftBetween(at, at + day);
    parts.push(`${shift}:${offsetAt(shift)}`);
  }
  return `${Intl.DateTimeFormat().resolvedOptions().timeZone ?? ""};${parts.join(",")}`;
}
