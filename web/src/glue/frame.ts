// One frame as the module reads it: a FrameRecord and its PlaceRecords (widget/host/host.cpp).
import type { Area } from "./area.js";
import type { Placed } from "./blocks.js";
import type { PalabreModule } from "./module.js";
import type { PointerState } from "./pointer.js";
import type { Theme } from "./theme.js";

export interface Frame {
  readonly now: number;
  readonly area: Area;
  readonly theme: Theme;
  readonly placed: readonly Placed[];
  readonly pointer: PointerState;
  readonly origin: { readonly x: number; readonly y: number }; // of the canvas, in the window
  readonly focused: Element | null;
  readonly fresh: ReadonlySet<number>;
  readonly still: boolean;
}

const placeSize = 32;

class Writer {
  constructor(
    private readonly view: DataView,
    private at: number,
  ) {}
  double(value: number): void {
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }
  floats(...values: number[]): void {
    for (const value of values) this.view.setFloat32((this.at += 4) - 4, value, true);
  }
  words(...values: number[]): void {
    for (const value of values) this.view.setUint32((this.at += 4) - 4, value, true);
  }
}

function flags(frame: Frame): number {
  return (frame.pointer.inside ? 1 : 0) | (frame.pointer.down ? 2 : 0) | (frame.still ? 4 : 0);
}

function marks(frame: Frame, place: Placed): number {
  const focused = place.element === frame.focused;
  return (focused ? 1 : 0) | (place.rightToLeft ? 2 : 0) | (frame.fresh.has(place.id) ? 4 : 0);
}

/** Paints, and answers whether another frame is needed. Boxes are from when `placed` was measured. */
export function writeFrame(module: PalabreModule, session: number, pane: number, frame: Frame): boolean {
  const { area, theme, placed, pointer, origin } = frame;
  const { scale } = area;
  const headSize = 8 + (8 + theme.colours.length) * 4;
  return module.paint(session, pane, headSize + placed.length * placeSize, (buffer, at) => {
    const writer = new Writer(new DataView(buffer), at);
    writer.double(frame.now);
    writer.floats(area.width * scale, area.height * scale);
    writer.floats((pointer.x - origin.x) * scale, (pointer.y - origin.y) * scale);
    writer.floats(theme.radius, scale);
    writer.words(flags(frame), placed.length, ...theme.colours);
    const left = area.left;
    for (const place of placed) {
      const { rect } = place;
      writer.words(place.item);
      writer.floats((rect.left - left) * scale, (rect.top - area.top) * scale, rect.width * scale, rect.height * scale);
      writer.words(marks(frame, place), place.block, place.parent);
    }
  });
}
