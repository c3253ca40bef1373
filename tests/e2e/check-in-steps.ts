import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import { noneOfAll } from "./steps";

/** The screens of warning signs: none of them, but for the one named. */
export async function answerSigns(page: Page, sign?: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Is anything new or different?" })).toBeVisible();
  await noneOfAll(page);
  const box = sign === undefined ? null : page.getByRole("checkbox", { name: sign });
  if (box && (await box.count()) > 0) {
    await box.check();
    await box.locator("xpath=ancestor::fieldset").getByRole("checkbox", { name: "None of these" }).uncheck();
  }
  const [onwards, send] = [page.getByRole("button", { name: "Continue" }), page.getByRole("button", { name: "Send" })];
  if ((await send.count()) > 0) {
    await send.click();
    return;
  }
  const screen = await page.getByText(/^Screen \d/).innerText();
  await onwards.click();
  await expect(page.getByText(screen)).toBeHidden();
  await answerSigns(page, sign);
}

/** What is asked after the exercises: the mildest answer to everything. */
export async function answerRest(page: Page): Promise<void> {
  for (;;) {
    await expect(page.getByText(/^Screen \d/)).toBeVisible();
    if ((await page.getByRole("heading", { level: 1, name: "Is anything new or different?" }).count()) > 0) break;
    const screen = await page.getByText(/^Screen \d/).innerText();
    // Faster than a hand: what is answered in the moment in which a screen comes can be emptied with the one before.
    await expect(async () => {
      for (const group of await page.getByRole("radiogroup").all()) await group.getByRole("radio").first().check();
      for (const box of await page.getByRole("textbox").all()) await box.fill("0");
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByText(screen)).toBeHidden({ timeout: 3000 });
    }).toPass();
  }
  await answerSigns(page);
}
