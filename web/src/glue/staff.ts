// Whoever opens a page from the desk moderates in it. Readers load nothing of that.
import type { Mount } from "../common/mount.js";
import type { Staff, StaffEntry } from "../common/staff.js";
import { staffPlace } from "../common/staff.js";

declare const STAFF_VERSION: string; // of palabre-staff.js, put in by build.mjs

const address = /^#palabre-moderate=([\w-]+)$/;
let asked = false; // somebody came with a code

/** What the desk put into the page's address. Nobody finds it there afterwards. */
function takeCode(): string | undefined {
  const code = address.exec(location.hash)?.[1];
  if (code) history.replaceState(history.state, "", location.pathname + location.search);
  return code;
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
  const code = takeCode();
  asked ||= !!code;
  if (!asked && !isKept(base, site)) return undefined;
  try {
    const { enter } = (await import(`${base}/palabre-staff.js?v=${STAFF_VERSION}`)) as StaffEntry;
    return await enter(mount, code);
  } catch {
    return undefined; // reading goes on
  }
}
