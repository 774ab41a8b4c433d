import { writeFileSync } from "node:fs";

// Scrolls as a wheel does, by the browser's own compositor, films it, and looks in every picture whether what is painted
// lies under the words it belongs to.
//
// The probe: the page's own CSS puts a blue disc over each face, 4 pixels smaller on all sides. What is left to see of the
// painted face is a ring of that width. A ring that is uneven is a torn picture; no ring at all is an unpainted one.

const ring = 4; // CSS pixels, at a scale of 1

export async function putProbes(page) {
  await page.locator(".p-root").evaluate((root, width) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .p-avatar::before { content: ""; position: absolute; inset: ${width}px; border-radius: 50%; background: #00f; }
      :host { background: #fff; }`);
    const shadow = root.getRootNode();
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  }, ring);
}

/** Where the faces of top-level comments have their middle, and how large they are, CSS pixels of the window. */
function facesOf(page) {
  return page
    .locator(".p-list > .p-comment > .p-card > .p-avatar")
    .first()
    .evaluate((avatar) => {
      const { left, width } = avatar.getBoundingClientRect();
      return { x: Math.round(left + width / 2), size: width };
    });
}

async function film(session, act) {
  const frames = [];
  const keep = ({ data, sessionId }) => {
    frames.push(data);
    void session.send("Page.screencastFrameAck", { sessionId }).catch(() => undefined);
  };
  session.on("Page.screencastFrame", keep);
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await act();
  await session.send("Page.stopScreencast");
  session.off("Page.screencastFrame", keep);
  return frames;
}

// In a page of its own: the discs in one column, and how much is painted above and below each. A disc that is not whole says
// nothing: the browser has not drawn its own words there yet, or the window ends.
async function ringsIn(picture, column, size) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(column, 0, 1, bitmap.height);
  const at = (y) => [data[y * 4], data[y * 4 + 1], data[y * 4 + 2]];
  const kinds = Array.from({ length: bitmap.height }, (_, y) => {
    const [red, green, blue] = at(y);
    if (red < 60 && green < 60 && blue > 200) return "disc";
    return Math.min(red, green, blue) > 243 ? "page" : "painted";
  });
  const painted = (from, step) => {
    let count = 0;
    for (let y = from; kinds[y] === "painted" && count < size; y += step) count += 1;
    return count;
  };
  const rings = [];
  for (let y = 0; y < kinds.length; y += 1) {
    if (kinds[y] !== "disc") continue;
    let end = y;
    while (kinds[end + 1] === "disc") end += 1;
    const whole = end - y + 1 > size - 2 && y > 8 && end < kinds.length - 9;
    if (whole) rings.push([painted(y - 1, -1), painted(end + 1, 1)]);
    y = end;
  }
  return rings;
}

/** Answers how many pictures were taken, how many faces were seen, and what was wrong with how many pictures. */
export async function scrollAndLook(page, { distance, speed }) {
  const session = await page.context().newCDPSession(page);
  const { x, size } = await facesOf(page);
  const { width, height } = page.viewportSize();
  const frames = await film(session, () =>
    session.send("Input.synthesizeScrollGesture", {
      x: width / 2,
      y: height / 2,
      yDistance: -distance,
      speed,
      gestureSourceType: "mouse",
      preventFling: true,
    }),
  );
  const judge = await page.context().newPage();
  const seen = { pictures: frames.length, faces: 0, torn: 0, unpainted: 0, worst: 0 };
  for (const frame of frames) {
    const rings = await judge.evaluate(
      ([source, ...given]) => new Function(`return (${source})(...arguments)`)(...given),
      [ringsIn.toString(), frame, x, size - 2 * ring],
    );
    seen.faces += rings.length;
    const uneven = Math.max(0, ...rings.map(([above, below]) => Math.abs(above - below)));
    const missing = rings.some(([above, below]) => above === 0 && below === 0);
    if (missing) seen.unpainted += 1;
    else if (uneven > 1) seen.torn += 1;
    seen.worst = Math.max(seen.worst, uneven);
    if (process.env.KEEP && (missing || uneven > 1)) {
      writeFileSync(`${process.env.KEEP}-${frames.indexOf(frame)}.png`, Buffer.from(frame, "base64"));
    }
  }
  await judge.close();
  await session.detach();
  return seen;
}

/** Presses "show more" until everything is there. */
export async function loadAll(page) {
  const more = page.locator(".p-more .p-button");
  while ((await more.count()) > 0) {
    const before = await page.locator("article").count();
    await more.first().evaluate((button) => button.click());
    await page.waitForFunction((count) => {
      const root = [...document.querySelectorAll("*")].find((element) => element.shadowRoot)?.shadowRoot;
      return root.querySelectorAll("article").length > count || !root.querySelector(".p-more .p-button");
    }, before);
  }
}
