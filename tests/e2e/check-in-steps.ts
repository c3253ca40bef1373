import type { Page } from "@playwright/test";
import type { FirstTimeUser } from "../support/e2e-interactions";
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

/** A quiet stage as somebody taps it who finds nothing: one number for pain, and one tap for every screen of the rest. */
export async function answerQuietly(page: Page, user: FirstTimeUser, pain: number): Promise<void> {
  const quiet = page.getByRole("button", {
    name: /^(I have none of these|No extra pain, nothing new|It was not higher)$/,
  });
  for (;;) {
    const screen = await page.getByText(/^Screen \d/).innerText();
    const scale = page.getByRole("radio", { name: new RegExp(`^${pain}( |$)`) });
    if ((await scale.count()) > 0) await user.check(scale);
    await user.click((await quiet.count()) > 0 ? quiet : page.getByRole("button", { name: "Continue" }));
    const [, n, count] = /^Screen (\d+) of (\d+)$/.exec(screen) ?? [];
    if (n === count) return;
    await expect(page.getByText(screen)).toBeHidden();
  }
}
