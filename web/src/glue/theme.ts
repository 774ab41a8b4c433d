// The style sheet's colours and measures, for the painter.

export interface Theme {
  readonly colours: readonly number[]; // RGBA bytes in a word, red lowest
  readonly radius: number; // CSS pixels
}

const byte = (value: number): number => Math.round(Math.min(Math.max(value, 0), 1) * 255);

/** Of a computed colour: rgb(…) in bytes, or color(srgb …) in fractions. */
function parse(text: string): number {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = text.startsWith("rgb") ? 255 : 1;
  const bytes = [red / scale, green / scale, blue / scale, alpha].map(byte);
  return (bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24)) >>> 0;
}

/** An element in the page asks the style sheet: custom properties alone come back as they were written. */
export function readTheme(root: HTMLElement, properties: readonly string[]): Theme {
  const probe = document.createElement("span");
  probe.hidden = true;
  root.append(probe);
  const style = getComputedStyle(probe);
  const colours = properties.map((property) => {
    probe.style.color = "transparent";
    probe.style.color = `var(${property})`;
    if (!/^rgb|^color\(srgb /.test(style.color)) {
      // Owners may give any colour; mixed with itself it comes back in sRGB.
      probe.style.color = `color-mix(in srgb, var(${property}), var(${property}))`;
    }
    return parse(style.color);
  });
  probe.style.borderRadius = "var(--p-radius)";
  const radius = parseFloat(style.borderTopLeftRadius) || 0;
  probe.remove();
  return { colours, radius };
}
