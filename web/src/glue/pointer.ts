// Where the pointer is, told only when what it touches changes.

export interface PointerState {
  readonly x: number; // of the window, CSS pixels
  readonly y: number;
  readonly inside: boolean;
  readonly down: boolean;
}

const touched = "button, input, textarea, select, .p-button, .d-row";

export class Pointer {
  state: PointerState = { x: 0, y: 0, inside: false, down: false };
  private readonly stopping = new AbortController();
  private over: Element | null = null;

  constructor(
    container: HTMLElement,
    private readonly changed: () => void,
  ) {
    const options = { signal: this.stopping.signal, passive: true };
    container.addEventListener("pointermove", (event) => this.moved(event), options);
    container.addEventListener("pointerdown", (event) => this.set(event, true), options);
    container.addEventListener("pointerleave", () => this.left(), options);
    for (const type of ["pointerup", "pointercancel"] as const) {
      addEventListener(type, (event) => this.released(event), options);
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  private moved(event: PointerEvent): void {
    const over = event.target instanceof Element ? event.target.closest(touched) : null;
    if (over === this.over) return;
    this.over = over;
    this.set(event, this.state.down);
  }

  private set(event: PointerEvent, down: boolean): void {
    const hovers = event.pointerType === "mouse" || down;
    this.state = { x: event.clientX, y: event.clientY, inside: hovers, down };
    this.changed();
  }

  private released(event: PointerEvent): void {
    if (!this.state.down) return;
    if (event.pointerType === "mouse") this.set(event, false);
    else this.left();
  }

  private left(): void {
    this.over = null;
    this.state = { ...this.state, inside: false, down: false };
    this.changed();
  }
}
