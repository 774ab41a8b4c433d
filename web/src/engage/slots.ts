// Polls that a member put into a comment (shared/view/comment_view.cpp): the thread's own module leaves an empty group
// there and never looks into it again, nor into the shadow root that we give it.

const named = /(?:^| )p-poll-([1-9]\d{0,15})(?: |$)/;

const begun = new WeakSet<Element>();

export function fillSlots(
  words: HTMLElement,
  fill: (slot: HTMLElement, id: string) => void,
  signal: AbortSignal,
): void {
  const look = (): void => {
    for (const slot of words.querySelectorAll<HTMLElement>(".p-slot")) {
      const id = named.exec(slot.className)?.[1];
      if (!id || begun.has(slot)) continue;
      begun.add(slot);
      fill(slot, id);
    }
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(words, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
