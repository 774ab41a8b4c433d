// The thread takes its looks from the page around it, and follows it while both are there.
import { expect, freshPage, ready, test } from "./fixtures.mjs";
import { distance, pixel } from "./picture.mjs";

async function open(page, palabre) {
  await page.goto(freshPage(palabre, "calm.html").url);
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
}

// Inside the button's left padding, where no letter is.
async function ground(page) {
  const box = await page.locator(".p-button-primary").first().boundingBox();
  return pixel(page, box.x + 10, box.y + box.height / 2);
}

const ways = {
  "a class with a style of its own": () => {
    document.head.insertAdjacentHTML("beforeend", "<style>.night{background:#111;color:#eee}</style>");
    document.body.className = "night";
  },
  "another style sheet": () => document.head.insertAdjacentHTML("beforeend", "<style>body{background:#111}</style>"),
  "a constructed style sheet": () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body { background: #111; color: #eee }");
    document.adoptedStyleSheets = [sheet];
  },
  "a slow transition": () => {
    document.head.insertAdjacentHTML("beforeend", "<style>body{transition:background-color .3s}</style>");
    document.body.style.backgroundColor = "#111";
  },
};
for (const [way, change] of Object.entries(ways)) {
  test(`it turns dark with the page: ${way}`, async ({ page, palabre }) => {
    await open(page, palabre);
    await expect(page.locator(".p-root")).toHaveAttribute("data-theme", "light");
    await page.evaluate(change);
    await expect(page.locator(".p-root")).toHaveAttribute("data-theme", "dark");
  });
}

test("another accent is painted at once, wherever the page sets it", async ({ page, palabre }) => {
  await open(page, palabre);
  for (const [selector, colour, wanted] of [
    [":root", "#f0f", [255, 0, 255]],
    ["palabre-thread", "rgb(0 0 200)", [0, 0, 200]],
  ]) {
    const rule = `${selector} { --palabre-accent: ${colour} }`;
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, rule);
    await expect.poll(async () => distance(await ground(page), wanted)).toBeLessThan(24);
  }
});

test("words on any accent have a contrast of 4.5", async ({ page, palabre }) => {
  await open(page, palabre);
  for (const accent of ["#ff0", "#000", "#fff", "#777", "#767676", "#0a84ff", "hotpink", "oklch(60% 0.2 140)"]) {
    await page.evaluate((it) => document.documentElement.style.setProperty("--palabre-accent", it), accent);
    const contrast = await page.locator(".p-button-primary").evaluate((button) => {
      const luminance = (colour) => {
        const context = new OffscreenCanvas(1, 1).getContext("2d");
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
          const part = byte / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const probe = button.appendChild(document.createElement("i"));
      probe.style.color = "var(--p-accent)";
      const pair = [getComputedStyle(button).color, getComputedStyle(probe).color].map(luminance).sort((a, b) => b - a);
      probe.remove();
      return (pair[0] + 0.05) / (pair[1] + 0.05);
    });
    expect(contrast, accent).toBeGreaterThanOrEqual(4.5);
  }
});

test("radius, density and font are the page's", async ({ page, palabre }) => {
  await open(page, palabre);
  const composer = page.locator(".p-composer").first();
  const before = await composer.boundingBox();
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.setProperty("--palabre-radius", "3px");
    style.setProperty("--palabre-density", "0.5");
    style.setProperty("--palabre-font", "monospace");
  });
  await expect(composer).toHaveCSS("border-top-left-radius", "3px");
  await expect(composer).toHaveCSS("font-family", "monospace");
  expect((await composer.boundingBox()).height).toBeLessThan(before.height);
});
