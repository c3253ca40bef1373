import type { Page } from "@playwright/test";
import type { DraftWorld } from "../support/e2e-drafts";
import { loadDrafts } from "../support/e2e-load-world";
import { cellOf, expectTrouble, lineOf, openDraft } from "./draft-steps";
import { expect, test } from "./fixtures";

const [pumps, logRoll] = ["Ankle pumps", "Log roll in and out of bed"];

let world: DraftWorld;
test.describe.configure({ timeout: 90_000 });
test.beforeAll(async () => {
  world = await loadDrafts(1);
});

/** Nobody does anything for so long that the end of the session is near. */
async function rest(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.fastForward("13:30");
}

test("a question above the builder is all that hears keys, and leaves nothing shut behind it", async ({ visits }) => {
  expectTrouble(visits);
  const page = await openDraft(visits, world, "first", world.patients[0]?.patientId ?? "");
  const warning = page.getByRole("alertdialog", { name: "Are you still there?" });
  const unsaved = page.getByRole("alertdialog", { name: "Program changes are not saved" });

  await test.step("given that somebody signs out while a change is not saved, they are asked", async () => {
    await page.context().setOffline(true);
    await cellOf(page, "Dose", pumps).fill("2 × 9");
    await expect(page.getByText("· not saved, trying again. Your changes are kept here.")).toBeVisible();
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(unsaved.getByRole("button", { name: "Stay", exact: true })).toBeFocused();
    await page.context().setOffline(false);
  });

  await test.step("when they leave it, the end of the session is told above it", async () => {
    await rest(page);
    await expect(warning.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  });

  await test.step("then one answer is enough: nothing unseen keeps the page shut", async () => {
    await page.keyboard.press("Enter");
    await expect(warning).toHaveCount(0);
    await expect(unsaved).toHaveCount(0);
    await lineOf(page, logRoll).click();
    await expect(lineOf(page, logRoll)).toHaveAttribute("aria-selected", "true");
  });

  await test.step("and under the next warning the builder's keys rest", async () => {
    await page.clock.fastForward("13:30");
    await expect(warning.getByRole("button", { name: "Stay signed in" })).toBeFocused();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Escape");
    await expect(warning).toHaveCount(0);
    await expect(lineOf(page, logRoll)).toHaveCount(1);
  });
});
