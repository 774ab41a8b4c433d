// Whoever opens a page from the desk moderates in it. Readers load nothing of that.
import type { Mount } from "../common/mount.js";
import type { Invitation, Staff, StaffEntry } from "../common/staff.js";
import { staffPlace } from "../common/staff.js";

declare const STAFF_VERSION: string; // of palabre-staff.js, put in by build.mjs

const address = /^#palabre-moderate=([\w-]+)(?:\.(\d+))?$/; // the code, and the comment that is meant
let asked = false; // somebody came with a code

/** What the desk put into the page's address. Nobody finds it there afterwards. */
function takeCode(): Invitation | undefined {
  const [, code, comment] = address.exec(location.hash) ?? [];
  if (code) history.replaceState(history.state, "", location.pathname + location.search);
  return code ? { code, comment } : undefined;
}

function isKept(base: string, site: string): boolean {
  try {
    return sessionStorage.getItem(staffPlace(base, site)) !== null;
  } catch {
    return false;
  }
}

addEventListener("hashchange", () => address.test(location.hash) && location.reload());

export async function staffFor(mount: Mount): Promise<Staff | undefined> {
  const { base, site } = mount.options;
  const invitation = takeCode();
  asked ||= !!invitation;
  if (!asked && !isKept(base, site)) return undefined;
  try {
    const { enter } = (await import(`${base}/palabre-staff.js?v=${STAFF_VERSION}`)) as StaffEntry;
    return await enter(mount, invitation);
  } catch {
    return undefined; // reading goes on
  }
}
