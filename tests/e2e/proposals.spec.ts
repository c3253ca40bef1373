import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { expect, test } from "./fixtures";
import { expectVisibleFocus, isFocused, reach, typeInto } from "./keyboard-steps";

test(
  "what the week proposes is opened, ticked as read and signed by keyboard alone",
  { tag: "@desktop" },
  async ({ visits }) => {
    const page = await visits.enter("Priya Sandpiper");
    await reach(page, page.getByRole("link", { name: /proposed change/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Proposed changes" })).toBeVisible();
    const row = page.getByRole("listitem").filter({ has: page.getByText("Verbena Larkspur", { exact: true }) });
    const name = row.locator("summary[data-row-name]");
    const tick = row.getByRole("checkbox", { name: "I have read the change for Verbena Larkspur" });

    await test.step("only what is open can be ticked", async () => {
      await expect(tick).toBeHidden();
      await expect(page.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
      // A key that comes before the page listens does nothing, and is pressed again.
      await expect(async () => {
        await page.keyboard.press("j");
        expect(await isFocused(name)).toBe(true);
      }).toPass();
      await expectVisibleFocus(page);
      await page.keyboard.press("Enter");
      await expect(row.getByText(/A quiet week: from 20 to 25 min/)).toBeVisible();
      await expectAccessible(page, "an open proposal");
      await page.keyboard.press("x");
      await expect(tick).toBeChecked();
    });

    await test.step("it is signed with the password, and the answer names it", async () => {
      await typeInto(page, page.getByLabel("Password"), demoPassword);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("status").filter({ hasText: "Verbena Larkspur" })).toContainText(
        "signed as revision",
      );
      await expect(row).toHaveCount(0);
      await expectAccessible(page, "after several were signed");
    });
  },
);
