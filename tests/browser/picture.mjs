// Reads pictures of the window, in the page itself: what colour is where.

/** The box of all pixels of a colour within `clip` (CSS pixels), as [left, top, right, bottom] in device pixels of the
 * window; null: there is none. */
export async function boxOfColour(page, clip, [red, green, blue], tolerance = 24) {
  const picture = (await page.screenshot({ clip, scale: "device" })).toString("base64");
  const ratio = await page.evaluate(() => devicePixelRatio);
  const found = await page.evaluate(
    async ([base64, colour, most]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = 0; at < data.length; at += 4) {
        if (colour.some((value, index) => Math.abs(data[at + index] - value) > most)) continue;
        const x = (at / 4) % bitmap.width;
        const y = Math.floor(at / 4 / bitmap.width);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x + 1);
        box[3] = Math.max(box[3], y + 1);
      }
      return box[2] < box[0] ? null : box;
    },
    [picture, [red, green, blue], tolerance],
  );
  if (!found) return null;
  const [left, top] = [Math.round(clip.x * ratio), Math.round(clip.y * ratio)];
  return [found[0] + left, found[1] + top, found[2] + left, found[3] + top];
}

/** [red, green, blue] of a point of the window. */
export async function pixel(page, x, y) {
  const picture = (await page.screenshot({ clip: { x: x - 1, y: y - 1, width: 3, height: 3 } })).toString("base64");
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return [...context.getImageData(bitmap.width >> 1, bitmap.height >> 1, 1, 1).data].slice(0, 3);
  }, picture);
}

export function distance(a, b) {
  return Math.max(...a.map((value, index) => Math.abs(value - b[index])));
}
