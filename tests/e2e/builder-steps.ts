import type { Locator, Page } from "@playwright/test";
import { lineOf, linesInWork } from "./draft-steps";
import { expect } from "./fixtures";

/** The phases of the draft with their lines. */
export function trayOf(page: Page): Locator {
  return page.getByRole("region", { name: "Program by phase" });
}

/** Chooses from the menu of a line. */
export async function chooseForLine(page: Page, exercise: string, act: string | RegExp): Promise<void> {
  await lineOf(page, exercise)
    .getByRole("button", { name: `More for ${exercise}` })
    .click();
  await page.getByRole("menuitem", { name: act }).click();
}

/** Adds one of the template's other exercises of the phase in work. */
export async function addAlternative(page: Page, exercise: string, phase: number): Promise<void> {
  const add = page.getByRole("button", { name: `Add ${exercise} to phase ${String(phase)}` });
  if (!(await add.isVisible())) await page.getByText(/alternatives? of the template/).click();
  await add.click();
  await expect(lineOf(page, exercise)).toBeVisible();
}

/** The names of the lines of the phase in work, from above. */
export async function namesInPhase(page: Page): Promise<string[]> {
  const rows = await linesInWork(page).getByRole("row").all();
  return Promise.all(rows.map(async (row) => (await row.getAttribute("aria-label")) ?? ""));
}
