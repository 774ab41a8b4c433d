// A page that styles everything it can reach changes nothing in the thread but the family of its letters.
import { body, numbers } from "./busy_thread.mjs";
import { expect, freshPage, ready, test } from "./fixtures.mjs";

// Where everything lies, and every computed property of everything, in document order.
function portrait(root) {
  const origin = root.getBoundingClientRect();
  const portrayed = [];
  for (const element of [root, ...root.querySelectorAll("*:not(canvas):not(option)")]) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const computed = {};
    for (const name of style) {
      if (!name.startsWith("--")) computed[name] = style.getPropertyValue(name);
    }
    const place = [box.x - origin.x, box.y - origin.y, box.width, box.height].map((one) => Math.round(one * 4) / 4);
    portrayed.push({ what: `${element.localName}.${element.className}`, place, computed });
  }
  return portrayed;
}

function differences(calm, other) {
  const found = [];
  calm.forEach((one, index) => {
    const it = other[index];
    if (String(one.place) !== String(it.place)) found.push(`${one.what}: ${one.place} became ${it.place}`);
    for (const [name, value] of Object.entries(one.computed)) {
      if (it.computed[name] !== value) found.push(`${one.what} ${name}: ${value} became ${it.computed[name]}`);
    }
  });
  return found;
}

async function portraitOf(page, palabre, file) {
  const { url, key } = freshPage(palabre, file);
  const random = numbers(3);
  let parent;
  for (let i = 0; i < 6; i += 1) {
    const answer = await palabre.post(key, { body: body(random), ...(i % 2 && { parent }) });
    parent = (await answer.json()).comment.id;
  }
  await page.goto(url);
  await ready(page);
  await expect(page.locator(".p-root")).toHaveAttribute("data-paint", "on");
  await page.locator("time").evaluateAll((times) => times.forEach((time) => (time.textContent = "today")));
  return page.locator(".p-root").evaluate(portrait);
}

test("a page that styles everything changes nothing", async ({ page, palabre }) => {
  const calm = await portraitOf(page, palabre, "calm.html");
  const hostile = await portraitOf(page, palabre, "hostile.html");
  expect(hostile.length).toBe(calm.length);
  expect(differences(calm, hostile).slice(0, 20)).toEqual([]);
});
