// The names by which a page's own script calls the systems whose tag was replaced: a single-page application goes on
// working as it is. Only what their documentation tells such applications to call.
import type { StoodIn } from "../common/more.js";
import { keyOf } from "../loader/page_key.js";

type Told = Record<string, unknown>;

const globals = window as unknown as Told;
const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

function disqus(palabre: StoodIn): Told {
  return {
    reset({ config }: { config?: unknown } = {}): void {
      if (config) globals["disqus_config"] = config;
      palabre.update();
    },
  };
}

function remark42(palabre: StoodIn): Told {
  const threads = new Set<{ destroy(): void }>();
  const destroy = (): void => {
    for (const thread of threads) thread.destroy();
    threads.clear();
  };
  const changeTheme = (theme: string): void => palabre.update(undefined, { theme });
  return {
    changeTheme,
    destroy,
    createInstance(config: Told): Told | undefined {
      const place = typeof config["node"] === "string" ? document.querySelector(config["node"]) : config["node"];
      if (!(place instanceof Element)) return undefined;
      const url = text(config["url"]);
      const thread = palabre.mount(place, {
        page: keyOf(url ?? location.origin + location.pathname),
        title: text(config["page_title"]),
        lang: text(config["locale"]),
        theme: text(config["theme"]),
      });
      threads.add(thread);
      return { destroy: () => thread.destroy(), changeTheme };
    },
  };
}

/** A name that the page has already is left alone: the other system may still be there. */
export function standIn(palabre: StoodIn): void {
  const again = (): void => palabre.update();
  globals["DISQUS"] ??= disqus(palabre);
  globals["DISQUSWIDGETS"] ??= { getCount: () => void palabre.count() };
  globals["Isso"] ??= { init: again, fetchComments: again };
  globals["commento"] ??= { main: again, reInit: again };
  if (globals["REMARK42"]) return;
  globals["REMARK42"] = remark42(palabre);
  dispatchEvent(new Event("REMARK42::ready"));
}
