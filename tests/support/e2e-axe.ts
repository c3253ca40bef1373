import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.0 to 2.2, levels A and AA: nothing may be found. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails with rule, place and reason of the violations on the page as it stands.
 * @param looked a part that another test has looked at as it stands, such as the hundred rows of a library
 */
export async function expectAccessible(page: Page, where: string = page.url(), looked?: string): Promise<void> {
  await settled(page);
  // No page has frames, so there is nothing to gather on a second page.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: { type: "tag", values: standards }, resultTypes: ["violations"] });
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
