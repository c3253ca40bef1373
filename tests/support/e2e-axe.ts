import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { modules } from "../../scripts/lib/paths.js";
import { askAxe } from "./e2e-axe-in-page";
import { markLooks, ownGround } from "./e2e-looks";

/** WCAG 2.0 to 2.2, levels A and AA: nothing may be found. */
const standards = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } as const;
/** What a theme can change. */
const colors = { type: "rule", values: ["color-contrast"] } as const;

/** Contrast is the dearest rule: it is asked of some texts of each look, of which a list has hundreds. */
const axeSource = `${readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8")}
axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });`;

/** How often this process has found the contrast of a look to be enough: three times are enough for all pages. */
const fine = new Map<string, number>();

/**
 * Fails with rule, place and reason of the violations on the page as it stands.
 * @param looked a part that another test has looked at as it stands, such as the hundred rows of a library
 */
export async function expectAccessible(page: Page, where: string = page.url(), looked?: string): Promise<void> {
  await expectNothing(page, where, standards, looked);
}

/** The same for a page in another theme that another test has looked at in the first one: its colors alone. */
export async function expectContrast(page: Page, where: string): Promise<void> {
  await expectNothing(page, where, colors);
}

async function expectNothing(
  page: Page,
  where: string,
  { type, values }: typeof standards | typeof colors,
  looked: string | null = null,
): Promise<void> {
  await settled(page);
  await named(page, where);
  await page.evaluate(
    markLooks,
    [...fine].filter(([, count]) => count >= 3).map(([look]) => look),
  );
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const ask = () => page.evaluate(askAxe, { runOnly: { type, values: [...values] }, looked });
  let { faults, fineLooks } = await ask();
  if (faults.some((fault) => fault.startsWith("document-title"))) {
    // It was being drawn anew: React takes the old title away before it sets the next.
    await named(page, where);
    ({ faults, fineLooks } = await ask());
  }
  for (const look of fineLooks) if (!look.includes(ownGround)) fine.set(look, (fine.get(look) ?? 0) + 1);
  expect.soft(faults, `accessibility of ${where}`).toEqual([]);
}

/** A page that streams names itself a moment later; one that never does fails here. */
async function named(page: Page, where: string): Promise<void> {
  await expect.soft(page, `the title of ${where}`).toHaveTitle(/\S/);
}

/** Colors are measured when nothing fades any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
}
