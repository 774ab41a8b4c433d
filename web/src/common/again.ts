// What was done before anybody listened, done once more.
import type { Done } from "./mount.js";

export function doAgain({ type, target }: Done): void {
  if (target instanceof HTMLFormElement) return target.submit(); // on to the server: no event comes of it
  const button = type === "click" && target instanceof Element ? target.closest("button") : null;
  if (button && button.type !== "submit") button.click();
  if (type === "change" && target instanceof HTMLSelectElement) {
    target.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
