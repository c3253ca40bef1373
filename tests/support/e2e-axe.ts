import { readFileSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { modules } from "../../scripts/lib/paths.js";
import { markLooks } from "./e2e-looks";

/** WCAG 2.0 to 2.2, levels A and AA: nothing may be found. */
const standards = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } as const;
/** What a theme can change. */
const colors = { type: "rule", values: ["color-contrast"] } as const;

/** Contrast is four fifths of the work: it is asked of some texts of each look, of which a list has hundreds. */
const axeSource = `${readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8")}
axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });`;

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
  runOnly: typeof standards | typeof colors,
  looked?: string,
): Promise<void> {
  await settled(page);
  // A page that streams names itself a moment later; one that never does fails here.
  await expect.soft(page, `the title of ${where}`).toHaveTitle(/\S/);
  await page.evaluate(markLooks);
  // No page has frames, so there is nothing to gather on a second page.
  const axe = new AxeBuilder({ page, axeSource })
    .setLegacyMode()
    .options({ runOnly: { type: runOnly.type, values: [...runOnly.values] }, resultTypes: ["violations"] });
  if (looked !== undefined) axe.exclude(looked);
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`,
    ),
  );
  expect.soft(found, `accessibility of ${where}`).toEqual([]);
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
