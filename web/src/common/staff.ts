// palabre-staff.js, as the glue sees it: what a moderator's tab has besides a reader's.
import type { Effect, Event } from "../glue/protocol.js";
import type { Mount, Texts } from "./mount.js";

export interface Staff {
  /** The module that takes the readers' place. */
  readonly wasm: () => Promise<Response>;
  /** Words for it, beside the readers'. */
  readonly texts: Promise<Texts>;
  /** From now on the thread has a moderator's controls. */
  begin(send: (event: Event) => void): void;
  /** Performs what is its own, and answers the rest. */
  take(effects: readonly Effect[]): readonly Effect[];
}

/** What stood in the page's address. */
export interface Invitation {
  readonly code: string;
  readonly comment: string | undefined; // that is meant
}

export interface StaffEntry {
  /** undefined: nobody moderates here after all. */
  enter(mount: Mount, invitation: Invitation | undefined): Promise<Staff | undefined>;
}

/** Where this tab keeps a moderator's session for a site. */
export function staffPlace(base: string, site: string): string {
  return `palabre:staff:${base}:${site}`;
}
