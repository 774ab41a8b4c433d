// Where the canvas lies: the visible part of the widget, a screen more on both sides, and a margin for shadows.

/** What is painted, and between which heights of the window it shows. CSS pixels of the window. */
export interface View {
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly top: number;
  readonly bottom: number;
  readonly margin: number; // on three sides
  readonly marginBelow: number;
}

export interface Area {
  readonly left: number; // of the window when it was measured, CSS pixels
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly fromLeft: number; // of the root
  readonly fromTop: number;
  readonly scale: number; // device pixels in a CSS pixel
}

const cheapCanvas = 3_500_000; // device pixels: as long as it fits, more than a screen is painted ahead
const largestCanvas = 24_000_000; // past it the overscan gets smaller than a screen

/** To the device's grid, or every line would be a blur. */
function snap(value: number, scale: number): number {
  return Math.round(value * scale) / scale;
}

/** `towards`: 1 when the reader scrolls down, -1 up, 0 neither; most of what is painted ahead lies there. */
export function canvasArea(view: View, largestSide: number, towards: number): Area {
  const scale = devicePixelRatio || 1;
  const { box, margin, marginBelow } = view;
  const shown = view.bottom - view.top;
  const page = document.documentElement.clientWidth;
  const left = snap(Math.max(box.left - margin, Math.min(box.left, 0)), scale);
  const right = Math.min(box.right + margin, Math.max(page, box.right));
  const width = Math.max(1, Math.floor((right - left) * scale)) / scale;
  const overscanFor = (pixels: number): number =>
    Math.max(0, (Math.min(largestSide, pixels / (width * scale)) / scale - shown) / 2);
  const overscan = Math.max(overscanFor(cheapCanvas), Math.min(shown, overscanFor(largestCanvas)));
  // A widget that fits is painted whole, and never again because of scrolling.
  const total = shown + 2 * overscan;
  const start = box.top - margin;
  const end = box.bottom + marginBelow;
  const ahead = overscan * (1 - 0.6 * towards);
  const top = snap(Math.max(start, Math.min(view.top - ahead, end - total)), scale);
  const bottom = Math.min(end, top + total);
  const height = Math.max(1, Math.floor(Math.min(bottom - top, largestSide / scale) * scale)) / scale;
  return { left, top, height, width, fromLeft: left - box.left, fromTop: top - box.top, scale };
}

/** Whether scrolling has used up so much of what was painted ahead that it is time to paint more. */
export function isShort(area: Area, view: View, towards: number): boolean {
  const { box } = view;
  const paintedTop = box.top + area.fromTop;
  const paintedBottom = paintedTop + area.height;
  const spare = Math.max(0, area.height - (view.bottom - view.top));
  const wantedTop = Math.max(box.top, view.top - spare * (towards < 0 ? 0.45 : 0.1));
  const wantedBottom = Math.min(box.bottom, view.bottom + spare * (towards > 0 ? 0.45 : 0.1));
  return wantedBottom > wantedTop && (paintedTop > wantedTop || paintedBottom < wantedBottom);
}
