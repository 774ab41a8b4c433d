// palabre-staff.js: moderating in the page. Changes the desk's one-time code for a session of this tab, and keeps its token
// where no other tab, no address and no log has it.
import type { Mount, Texts } from "../common/mount.js";
import type { Invitation, Staff } from "../common/staff.js";
import { staffPlace } from "../common/staff.js";
import type { Effect, Event } from "../glue/protocol.js";

declare const STAFF_WASM_VERSION: string; // put in by build.mjs, as are these
declare const STAFF_STYLES: string;
declare const DESK_LANGUAGES: readonly string[];

interface Session {
  readonly token: string;
  readonly member: { readonly name: string; readonly role: string };
  readonly expires: number;
}

const begun = new Map<string, Set<(event: Event) => void>>(); // threads with controls, by place
let exchange: Promise<boolean> | undefined; // of the code; false: it was over

function read(place: string): Session | undefined {
  const session = JSON.parse(sessionStorage.getItem(place) ?? "null") as Session | null;
  return session && session.expires > Date.now() ? session : undefined;
}

async function change(base: string, site: string, code: string): Promise<boolean> {
  const answer = await fetch(`${base}/api/v1/admin/inline/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code }),
    credentials: "omit",
  });
  if (!answer.ok) return false;
  sessionStorage.setItem(staffPlace(base, site), JSON.stringify(await answer.json()));
  return true;
}

async function textsFor(base: string, lang: string): Promise<Texts> {
  const short = lang.slice(0, 2).toLowerCase();
  const chosen = DESK_LANGUAGES.includes(short) ? short : "en";
  const answer = await fetch(`${base}/desk/${chosen}.json?v=${STAFF_WASM_VERSION}`, { credentials: "omit" });
  if (!answer.ok) throw new TypeError(`desk/${chosen}.json: ${answer.status}`);
  return (await answer.json()) as Texts;
}

/** One line above the thread, said politely; whoever has it goes on as a reader. */
function say(mount: Mount, words: string): void {
  const line = document.createElement("p");
  line.className = "p-staff-note";
  line.setAttribute("role", "status");
  mount.words.before(line);
  line.scrollIntoView({ block: "center" });
  setTimeout(() => (line.textContent = words), 50); // a live region says what comes into it
}

let wasm: Promise<Response> | undefined;

class Entered implements Staff {
  readonly texts: Promise<Texts>;

  constructor(
    private readonly place: string,
    private readonly session: Session,
    private readonly base: string,
    texts: Promise<Texts>,
    private readonly comment: string | undefined,
  ) {
    this.texts = texts;
  }

  readonly wasm = (): Promise<Response> =>
    (wasm ??= fetch(`${this.base}/palabre-staff.wasm?v=${STAFF_WASM_VERSION}`, { credentials: "omit" }));

  begin(send: (event: Event) => void): void {
    const threads = begun.get(this.place) ?? new Set();
    begun.set(this.place, threads.add(send));
    const { token, member } = this.session;
    send({
      type: "staff",
      value: JSON.stringify({ token, ...member, desk: `${this.base}/admin`, comment: this.comment }),
    });
  }

  take(effects: readonly Effect[]): readonly Effect[] {
    const isEnd = (effect: Effect): boolean => effect.kind === "store" && effect.key === "palabre:staff";
    if (!effects.some(isEnd)) return effects;
    sessionStorage.removeItem(this.place);
    const threads = begun.get(this.place) ?? [];
    begun.delete(this.place);
    setTimeout(() => threads.forEach((send) => send({ type: "staff" }))); // the page's other threads too
    return effects.filter((effect) => !isEnd(effect));
  }
}

export async function enter(mount: Mount, invitation: Invitation | undefined): Promise<Staff | undefined> {
  const { base, site, lang } = mount.options;
  const place = staffPlace(base, site);
  const code = invitation?.code;
  if (code) exchange = change(base, site, code).catch(() => false);
  const changed = await exchange;
  const session = read(place);
  if (!session) sessionStorage.removeItem(place);
  const over = code !== undefined && !changed;
  if (!session && !over) return undefined;
  mount.dress(STAFF_STYLES);
  const texts = textsFor(base, lang);
  texts.catch(() => undefined); // the start says so
  if (over) say(mount, (await texts)["desk.inline_expired"] ?? "");
  else if (code && !invitation.comment) mount.root.scrollIntoView();
  return session && new Entered(place, session, base, texts, invitation?.comment);
}
