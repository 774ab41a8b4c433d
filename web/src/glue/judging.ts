// The moderation rules, asked while somebody writes. They come when a text area gets the focus for the first time; until
// then, and where they cannot come, writing works as it did.
import type { Options } from "../common/mount.js";
import type { Event } from "./protocol.js";

declare const RULES_VERSION: string; // of palabre-rules.js, put in by build.mjs

interface Rules {
  policy(json: string): string;
  judge(json: string): string;
}

type RulesModule = { load(base: string, languages: readonly string[]): Promise<Rules> };

const idle = 250; // milliseconds without a key: the writer pauses

export class Judging {
  private asked = false;
  private rules: Rules | undefined;
  private readonly waiting = new Map<string, number>(); // timers, by composer

  constructor(
    private readonly options: Options,
    private readonly send: (event: Event) => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.waiting.forEach((timer) => clearTimeout(timer)));
  }

  /** Several times is once. */
  begin(): void {
    if (!this.asked) this.load().catch(() => (this.asked = false)); // the next focus tries again
    this.asked = true;
  }

  judge(composer: string, request: string): void {
    clearTimeout(this.waiting.get(composer));
    const ask = (): void => {
      this.waiting.delete(composer);
      if (this.rules) this.send({ type: "judged", composer, verdict: this.rules.judge(request) });
    };
    this.waiting.set(composer, window.setTimeout(ask, idle));
  }

  private async load(): Promise<void> {
    const { base, site, page, lang } = this.options;
    const languages = [...new Set([lang.slice(0, 2), "en"])];
    const query = new URLSearchParams({ site, page });
    const [module, answer] = await Promise.all([
      import(`${base}/palabre-rules.js?v=${RULES_VERSION}`) as Promise<RulesModule>,
      fetch(`${base}/api/v1/policy?${query}`, { credentials: "omit" }),
    ]);
    const policy = await answer.text();
    const rules = await module.load(base, languages);
    if (!answer.ok || this.signal.aborted) return;
    rules.policy(policy);
    this.rules = rules;
    this.send({ type: "rules", open: (JSON.parse(policy) as { open?: boolean }).open !== false });
  }
}
