import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/**
 * Counts one of the open exercise, four times a day, and takes it back, then marks the exercise, takes that back on the next page, and marks it
 * again: the first mark of the day.
 */
export async function doExercise(page: Page, name: string): Promise<void> {
  const title = page.getByRole("heading", { level: 1, name });
  const done = page.getByRole("button", { name: "Done with this one" });
  await expect(title).toBeVisible();
  const counter = page.getByRole("region", { name: "Counter" });
  await counter.getByRole("button", { name: "Tap after each one" }).click();
  await expect(counter.getByRole("status")).toHaveText(/^1 of \d+$/);
  await expect(async () => {
    await counter.getByRole("button", { name: "Back one" }).click();
    await expect(counter.getByRole("button", { name: "Back one" })).toBeHidden({ timeout: 500 });
  }).toPass();
  await done.click();
  await expect(page.getByText(`${name}: Done.`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(title).toBeVisible();
  await done.click();
  await expect(title).toBeHidden();
  await page.goto("/my/today");
  await expect(page.getByText("Done. 1 of 4 times today. Next time: later today.")).toBeVisible();
  await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible();
}

/** The open exercise's clock is right after the phone slept for five minutes, and stands while paused. */
export async function sleepThroughWalk(page: Page): Promise<void> {
  const counter = page.getByRole("region", { name: "Counter" });
  await page.clock.install();
  await counter.getByRole("button", { name: "Start" }).click();
  await expect(counter.getByText("Go on like this")).toBeVisible();
  await page.clock.fastForward("05:00");
  await expect(counter.getByText(/^14:5\d$/)).toBeVisible();
  await counter.getByRole("button", { name: "Pause" }).click();
  await page.clock.fastForward("05:00");
  await expect(counter.getByText("Paused")).toBeVisible();
  await expect(counter.getByText(/^14:[45]\d$/)).toBeVisible();
}
