// The canvas under the words: where it lies, what is on it, and when it is painted again. An idle page paints nothing.
import { Blocks } from "./blocks.js";
import type { Placed } from "./blocks.js";
import type { Dom } from "./dom.js";
import type { PalabreModule } from "./module.js";
import { Pointer } from "./pointer.js";
import type { Renderer, Textures } from "./renderer.js";
import { writeFrame } from "./frame.js";
import type { Area } from "./area.js";
import { canvasArea, isShort } from "./area.js";
import type { Pane } from "./pane.js";
import { wholeWidget } from "./pane.js";
import type { SurfaceUser } from "./surface.js";
import { surface } from "./surface.js";
import { readTheme } from "./theme.js";
import type { Theme } from "./theme.js";

/** Setting a canvas's size empties it, even when it stays the same. */
function setSize(canvas: HTMLCanvasElement, area: Area): void {
  const width = Math.round(area.width * area.scale);
  const height = Math.round(area.height * area.scale);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

function copy(from: HTMLCanvasElement, to: HTMLCanvasElement): void {
  const context = to.getContext("2d");
  if (!context) return;
  context.globalCompositeOperation = "copy";
  context.drawImage(from, 0, 0);
}

export class Painting implements SurfaceUser {
  frames = 0;
  private readonly own = document.createElement("canvas"); // shown while there are other threads on the page
  private readonly textures: Textures = new Map();
  private canvas: HTMLCanvasElement | null = null; // the one that is shown
  private readonly stopping = new AbortController();
  private readonly pointer: Pointer;
  private readonly sizes: ResizeObserver;
  private readonly properties: readonly string[];
  private blocks: Blocks | null = null;
  private theme: Theme | null = null;
  private placed: readonly Placed[] | null = null; // null: measure again
  private area: Area | null = null;
  private moving = 0; // how many things are being followed
  private lastTop = 0; // of the root, when last scrolled
  private towards = 0; // 1: the reader scrolls down
  private asked = 0; // of requestAnimationFrame; 0: none

  constructor(
    private readonly module: PalabreModule,
    private readonly session: number,
    private readonly dom: Dom,
    private readonly root: HTMLElement,
    private readonly words: HTMLElement,
    private readonly pane: Pane = wholeWidget(root, dom),
  ) {
    this.properties = module.themeProperties();
    this.pointer = new Pointer(words, () => this.ask());
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(words);
    this.sizes.observe(root);
    this.listen();
    surface.join(this);
  }

  stop(): void {
    this.stopping.abort();
    this.pointer.stop();
    this.sizes.disconnect();
    cancelAnimationFrame(this.asked);
    this.showPainted(false);
    this.canvas?.remove();
    if (!surface.isLost) surface.renderer()?.forget(this.textures);
    this.module.forgetTextures(this.session, this.pane.number);
    surface.leave(this);
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
  /** Something moves until then: every frame measures anew. */
  follow(until: Promise<unknown>): void {
    ++this.moving;
    this.layoutChanged();
    void until.then(() => {
      --this.moving;
      this.layoutChanged();
    });
  }
  /** Called when it may have changed; when it has not, nothing is painted. */
  themeChanged(): void {
    const theme = readTheme(this.root, this.properties);
    if (JSON.stringify(theme) === JSON.stringify(this.theme)) return;
    this.theme = theme;
    this.ask();
  }

  /** The page was laid out a moment ago and is shown next: what is painted now still goes with these words. */
  private resized(): void {
    this.placed = null;
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    this.paint(performance.now());
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
      matchMedia(query).addEventListener("change", () => this.mediaChanged(), { signal });
    }
    this.listenForScale();
  }

  private mediaChanged(): void {
    this.theme = null;
    this.ask();
  }

  /** Another screen, or the page zoomed, has another number of device pixels. */
  private listenForScale(): void {
    const { signal } = this.stopping;
    const changed = (): void => {
      this.listenForScale();
      this.layoutChanged();
    };
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { signal, once: true });
  }

  private ask(): void {
    this.asked ||= requestAnimationFrame((now) => {
      this.asked = 0;
      this.paint(now);
    });
  }

  private scrolled(): void {
    const view = this.pane.view();
    const { top } = view.box;
    if (top !== this.lastTop) this.towards = Math.sign(this.lastTop - top);
    this.lastTop = top;
    if (this.area && isShort(this.area, view, this.towards)) this.layoutChanged();
  }

  contextLost(): void {
    this.textures.clear();
    this.showPainted(false);
  }
  contextRestored(): void {
    this.module.forgetTextures(this.session, this.pane.number);
    this.layoutChanged();
  }

  private mayPaint(): boolean {
    const zoomed = (visualViewport?.scale ?? 1) > 1.01; // pinched: what the browser draws stays sharp
    return !surface.isLost && !zoomed && !matchMedia("(forced-colors: active), print").matches;
  }

  private showPainted(painted: boolean): void {
    const state = painted ? "on" : "off";
    if (this.root.dataset["paint"] !== state) this.root.dataset["paint"] = state;
  }

  private paint(now: number): void {
    if (!this.mayPaint()) return this.showPainted(false);
    const renderer = surface.renderer();
    if (!renderer) return this.stop();
    const canvas = this.shownCanvas();
    this.theme ??= readTheme(this.root, this.properties);
    this.blocks ??= new Blocks(this.words, this.module.items(this.session), this.dom, this.pane);
    if (this.moving || !this.placed || this.area?.scale !== devicePixelRatio) this.measure(canvas, renderer.largest);
    this.render(now, canvas, renderer);
    this.showPainted(true);
  }

  /** The page's one, unless others need it too. */
  private shownCanvas(): HTMLCanvasElement {
    const canvas = surface.isShared ? this.own : surface.canvas;
    if (this.canvas !== canvas) {
      this.canvas?.remove();
      this.canvas = canvas;
      this.area = null;
    }
    if (canvas.parentNode !== this.root) {
      canvas.className = "p-canvas";
      canvas.setAttribute("aria-hidden", "true");
      this.root.prepend(canvas);
    }
    return canvas;
  }

  /** All reads in one batch, before anything is written. */
  private measure(canvas: HTMLCanvasElement, largest: number): void {
    const area = canvasArea(this.pane.view(), largest, this.towards);
    this.placed = this.blocks!.between(area.top, area.top + area.height);
    const before = this.area;
    this.area = area;
    setSize(canvas, area);
    if (before?.width !== area.width || before.height !== area.height || before.scale !== area.scale) {
      canvas.style.width = `${area.width}px`;
      canvas.style.height = `${area.height}px`;
    }
    // No transform: with one, browsers round our root's place and the canvas's way from it each by itself.
    canvas.style.left = `${area.fromLeft}px`;
    canvas.style.top = `${area.fromTop}px`;
  }

  private render(now: number, canvas: HTMLCanvasElement, renderer: Renderer): void {
    const { box } = this.pane.view();
    const focused = (this.root.getRootNode() as ShadowRoot).activeElement;
    const frame = {
      now,
      area: this.area!,
      theme: this.theme!,
      placed: this.placed!,
      pointer: this.pointer.state,
      origin: { x: box.left + this.area!.fromLeft, y: box.top + this.area!.fromTop },
      focused: focused?.matches(":focus-visible") ? focused : null,
      fresh: this.pane.takeFresh(),
      still: matchMedia("(prefers-reduced-motion: reduce)").matches,
    };
    const again = writeFrame(this.module, this.session, this.pane.number, frame);
    setSize(surface.canvas, this.area!);
    renderer.draw(this.module.memory, this.module.words(), this.textures);
    if (canvas !== surface.canvas) copy(surface.canvas, canvas);
    ++this.frames;
    if (again || this.moving) this.ask();
  }
}
