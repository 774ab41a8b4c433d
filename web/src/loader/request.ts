// The thread document, from the server.
import type { Options } from "../common/mount.js";
import { targetComment } from "../common/target.js";

/** The server answered, and it was no thread; the message is the code of its problem document. */
export class Refusal extends Error {
  constructor(
    code: string,
    /** Asking again may help. */
    readonly passing: boolean,
  ) {
    super(code);
  }
}

async function refusal(answer: Response): Promise<Refusal> {
  const problem = (await answer.json().catch(() => null)) as { code?: unknown } | null;
  const { status } = answer;
  return new Refusal(String(problem?.code ?? status), status >= 500 || status === 429 || status === 408);
}

export async function requestThread(options: Options, signal?: AbortSignal): Promise<string> {
  const query = new URLSearchParams({ site: options.site, page: options.page, lang: options.lang, html: "1" });
  const comment = targetComment();
  if (comment) query.set("through", comment);
  const answer = await fetch(`${options.base}/api/v1/thread?${query}`, { credentials: "omit", signal: signal ?? null });
  if (!answer.ok) throw await refusal(answer);
  return answer.text();
}
