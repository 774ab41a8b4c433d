// Our styles for a thread without a shadow root.

/** In a layer, so that any rule of the page is stronger; :host is our element. */
export function layered(css: string): string {
  const ours = css.replace(/:host\(([^)]*)\)/g, "palabre-thread$1").replace(/:host/g, "palabre-thread");
  return `@layer palabre{${ours}}`;
}
