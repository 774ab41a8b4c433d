// Waiting for a network.

/** After some milliseconds, or as soon as the browser says that it is online again. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      removeEventListener("online", over);
      resolve();
    };
    setTimeout(over, milliseconds);
    addEventListener("online", over);
  });
}
