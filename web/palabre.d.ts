// Types of what embed.js puts into a page; docs/embedding.md says what each does.

export interface PalabreOptions {
  /** The site's name on the server; of the tag when it is missing. */
  site?: string;
  /** The page's identity; the canonical link or the address when it is missing. */
  page?: string | number;
  title?: string;
  lang?: string;
  theme?: "auto" | "light" | "dark";
  paint?: "auto" | "off";
  module?: "auto" | "off";
  /** Cannot be changed afterwards. */
  dom?: "shadow" | "light";
  styles?: "auto" | "off";
}

export interface PalabreThread extends HTMLElement {
  /** What is not said stays. */
  update(options?: PalabreOptions): void;
  /** Ends the thread and takes the element out of the page. */
  destroy(): void;
  /** Frames painted so far. */
  frames(): number;
}

export interface PalabreApi {
  /** Throws TypeError when there is no such element. */
  mount(place: Element | string, options?: PalabreOptions): PalabreThread;
  update(place?: Element | string, options?: PalabreOptions): void;
  destroy(place?: Element | string): void;
  count(): Promise<void>;
}

declare global {
  interface Window {
    /** Missing until embed.js has run. */
    Palabre?: PalabreApi;
  }
  interface HTMLElementTagNameMap {
    "palabre-thread": PalabreThread;
  }
}
