// Comments in React, in two ways.
import { useEffect, useRef } from "react";

/** The simplest: the element follows its attributes, and ends when React takes it out of the page. */
export function Comments({ page, title, lang, theme }) {
  return <palabre-thread data-page={page} data-title={title} data-lang={lang} data-theme={theme} />;
}

/** By hand, where there should be no element of ours in the markup. */
export function MountedComments({ page, ...options }) {
  const place = useRef(null);
  const all = JSON.stringify({ page, ...options });
  useEffect(() => {
    const { current } = place;
    window.Palabre?.mount(current, JSON.parse(all));
    return () => window.Palabre?.destroy(current);
  }, [all]);
  return <div ref={place} />;
}
