// The canvas under the words: where it lies, what is on it, and when it is painted again. An idle page paints nothing.
import { Blocks } from "./blocks.js";
import type { Placed } from "./blocks.js";
import type { Dom } from "./dom.js";
import type { PalabreModule } from "./module.js";
import { Pointer } from "./pointer.js";
import { Renderer } from "./renderer.js";
import { writeFrame } from "./frame.js";
import type { Area } from "./area.js";
import { canvasArea, isShort } from "./area.js";
import { readTheme } from "./theme.js";
import type { Theme } from "./theme.js";

const painters = new Set<Painting>(); // one WebGL context a page: the first thread has it

export class Painting {
  frames = 0;
  private readonly canvas = document.createElement("canvas");
  private readonly stopping = new AbortController();
  private readonly pointer: Pointer;
  private readonly sizes: ResizeObserver;
  private readonly properties: readonly string[];
  private renderer: Renderer | null = null;
  private blocks: Blocks | null = null;
  private theme: Theme | null = null;
  private placed: readonly Placed[] | null = null; // null: measure again
  private area: Area | null = null;
  private asked = 0; // of requestAnimationFrame; 0: none
  private lost = false;

  constructor(
    private readonly module: PalabreModule,
    private readonly session: number,
    private readonly dom: Dom,
    private readonly root: HTMLElement,
    private readonly words: HTMLElement,
  ) {
    painters.add(this);
    this.properties = module.themeProperties();
    this.canvas.className = "p-canvas";
    this.canvas.setAttribute("aria-hidden", "true");
    this.pointer = new Pointer(words, () => this.ask());
    this.sizes = new ResizeObserver(() => this.layoutChanged());
    this.sizes.observe(words);
    this.sizes.observe(root);
    this.listen();
    this.ask();
  }

  stop(): void {
    painters.delete(this);
    this.stopping.abort();
    this.pointer.stop();
    this.sizes.disconnect();
    cancelAnimationFrame(this.asked);
    this.showPainted(false);
    this.canvas.remove();
  }

  /** The tree changed. */
  treeChanged(): void {
    this.blocks = null;
    this.layoutChanged();
  }
  layoutChanged(): void {
    this.placed = null;
    this.ask();
  }
  themeChanged(): void {
    this.theme = null;
    this.ask();
  }

  private listen(): void {
    const { signal } = this.stopping;
    const passive = { signal, passive: true };
    addEventListener("scroll", () => this.scrolled(), { ...passive, capture: true });
    addEventListener("resize", () => this.layoutChanged(), passive);
    visualViewport?.addEventListener("resize", () => this.ask(), passive);
    for (const type of ["focusin", "focusout"]) this.words.addEventListener(type, () => this.ask(), passive);
    // The browser may lay out anew without a size that changes: late fonts, placeholders becoming comments.
    document.fonts?.addEventListener("loadingdone", () => this.layoutChanged(), { signal });
    this.words.addEventListener("contentvisibilityautostatechange", () => this.layoutChanged(), passive);
    for (const query of ["(forced-colors: active)", "(prefers-reduced-motion: reduce)", "print"]) {
      matchMedia(query).addEventListener("change", () => this.themeChanged(), { signal });
    }
    this.canvas.addEventListener("webglcontextlost", (event) => this.contextLost(event), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.contextRestored(), { signal });
  }

  private ask(): void {
    this.asked ||= requestAnimationFrame((now) => {
      this.asked = 0;
      this.paint(now);
    });
  }

  private scrolled(): void {
    if (this.area && isShort(this.area, this.root)) this.layoutChanged();
  }

  private contextLost(event: Event): void {
    event.preventDefault(); // or it is never restored
    this.lost = true;
    this.renderer = null;
    this.showPainted(false);
  }
  private contextRestored(): void {
    this.lost = false;
    this.module.forgetTextures();
    this.layoutChanged();
  }

  private mayPaint(): boolean {
    const zoomed = (visualViewport?.scale ?? 1) > 1.01; // pinched: what the browser draws stays sharp
    return !this.lost && !zoomed && !matchMedia("(forced-colors: active), print").matches;
  }

  private showPainted(painted: boolean): void {
    const state = painted ? "on" : "off";
    if (this.root.dataset["paint"] !== state) this.root.dataset["paint"] = state;
  }

  private paint(now: number): void {
    if (!this.mayPaint()) return this.showPainted(false);
    if (!this.renderer) {
      if (!this.canvas.isConnected) this.root.prepend(this.canvas);
      this.renderer = Renderer.make(this.canvas);
      if (!this.renderer) return this.stop();
    }
    this.theme ??= readTheme(this.root, this.properties);
    this.blocks ??= new Blocks(this.words, this.module.items(this.session), this.dom);
    if (!this.placed || !this.area) this.measure();
    this.render(now);
    this.showPainted(true);
  }

  /** All reads in one batch, before anything is written. */
  private measure(): void {
    const area = canvasArea(this.root, this.renderer!.largest);
    this.placed = this.blocks!.between(area.top, area.top + area.height);
    const before = this.area;
    this.area = area;
    if (before?.width !== area.width || before.height !== area.height || before.scale !== area.scale) {
      this.canvas.width = Math.round(area.width * area.scale);
      this.canvas.height = Math.round(area.height * area.scale);
      this.canvas.style.width = `${area.width}px`;
      this.canvas.style.height = `${area.height}px`;
    }
    this.canvas.style.transform = `translate(${area.fromLeft}px, ${area.fromTop}px)`;
  }

  private render(now: number): void {
    const root = this.root.getBoundingClientRect();
    const focused = (this.root.getRootNode() as ShadowRoot).activeElement;
    const frame = {
      now,
      area: this.area!,
      theme: this.theme!,
      placed: this.placed!,
      pointer: this.pointer.state,
      origin: { x: root.left + this.area!.fromLeft, y: root.top + this.area!.fromTop },
      focused: focused?.matches(":focus-visible") ? focused : null,
      fresh: this.dom.takeFresh(),
      still: matchMedia("(prefers-reduced-motion: reduce)").matches,
    };
    const again = writeFrame(this.module, frame);
    this.renderer!.draw(this.module.memory, this.module.words());
    ++this.frames;
    if (again) this.ask();
  }
}

export function anyPainting(): boolean {
  return painters.size > 0;
}
