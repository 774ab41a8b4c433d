// When a thread is about to be seen.

/** Calls once, when the element is within a screen of the window or in it. */
export function whenNear(element: Element, task: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      task();
    },
    { rootMargin: "100%" },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
