import type { Page } from "@playwright/test";
import type { Figure } from "./figure";

const changes = 30;

/** As text: what compiles this script names inner functions with a helper that the page lacks. */
const countFrames = `new Promise((done) => {
  const begun = performance.now();
  let count = 0;
  requestAnimationFrame(function frame(now) {
    count += 1;
    if (now - begun < 2000) requestAnimationFrame(frame);
    else done((count / (now - begun)) * 1000);
  });
})`;

/**
 * From a key in a dosage cell to the frame that shows the new findings, as the browser itself times events. It rounds to 8 ms and leaves out
 * what took less than 16, which counts as 16 here.
 */
export async function findingsFigures(page: Page, lines: number): Promise<Figure[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    // The DOM types do not know the threshold.
    const events = { type: "event", durationThreshold: 16, buffered: false };
    Object.assign(window, { benchTimes: times });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "keydown") times.push(duration);
    }).observe(events);
  });
  const cell = page.locator("input[data-column=dose]").first();
  await cell.focus();
  for (let change = 0; change < changes; change += 1) {
    await page.keyboard.press(change % 2 === 0 ? "ArrowUp" : "ArrowDown");
    await page.waitForTimeout(150);
  }
  const slow = await page.evaluate(() => {
    const times: unknown = Reflect.get(window, "benchTimes");
    return Array.isArray(times) ? times.filter((time) => typeof time === "number") : [];
  });
  const times = [...slow, ...Array<number>(Math.max(0, changes - slow.length)).fill(16)].toSorted((a, b) => a - b);
  const what = `from a key to the findings, ${lines} lines`;
  return [
    { id: "–", what: `${what}, median`, found: times[Math.floor(times.length / 2)] ?? NaN, unit: "ms", atMost: 100 },
    { id: "–", what: `${what}, worst of ${times.length}`, found: times.at(-1) ?? NaN, unit: "ms", atMost: 100 },
  ];
}

/** Frames a second while a line is dragged over its phase for two seconds. */
export async function dragFigure(page: Page, lines: number): Promise<Figure> {
  const lineList = page.locator("[data-tray]").getByRole("grid").first();
  const grip = await lineList
    .getByRole("button", { name: /^Drag / })
    .first()
    .boundingBox();
  const list = await lineList.boundingBox();
  if (!grip || !list) throw new Error("There is no line to drag.");
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 12, { steps: 4 });
  const frames = page.evaluate<number>(countFrames);
  const reach = Math.min(list.height, 600);
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(x + 40, y + reach * Math.abs(Math.sin(step / 12)));
    await page.waitForTimeout(16);
  }
  const found = await frames;
  await page.mouse.up();
  return { id: "–", what: `frames while dragging a line, ${lines} lines`, found, unit: "a second", atLeast: 50 };
}
