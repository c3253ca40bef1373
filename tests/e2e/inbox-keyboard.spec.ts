import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { desktop, expect, test } from "./fixtures";
import { expectVisibleFocus, isFocused, pressOn, reach, typeInto } from "./keyboard-steps";

test("asked back, granted with a limit, each taken back, in the inbox by keyboard alone", async ({ visits }) => {
  const page = await visits.arrive("Elias", desktop);
  const signed = (word: string) => page.getByRole("status").getByText(word, { exact: true });
  const panel = page.getByRole("heading", { level: 2, name: "Showering" });
  const sign = async () => {
    await typeInto(page, page.getByLabel("Password"), demoPassword);
    await page.keyboard.press("Enter");
  };
  const takeBack = async () => {
    await reach(page, page.getByRole("button", { name: "Undo: Showering" }));
    await page.keyboard.press("u");
    await expect(page.getByText("Taken back. It waits again.")).toBeVisible();
    await expect(panel).toBeVisible();
  };

  await test.step("the map of keys is one key away", async () => {
    await page.goto("/sign-in");
    await pressOn(page, page.getByRole("button", { name: "Enter: Dr. Elias Kingfisher" }), "Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Clearances" })).toBeVisible();
    // A key that comes before the page listens does nothing, and is pressed again.
    const map = page.getByRole("dialog", { name: "Keyboard map" });
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(map).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expectAccessible(page, "the inbox's map of keys");
    await page.keyboard.press("Escape");
    await expect(map).toHaveCount(0);
  });

  await test.step("a row is found, chosen and opened", async () => {
    const row = page.getByRole("link", { name: /^Showering.*Silvan Oakmoss/ });
    for (let rows = 0; rows < 40 && !(await isFocused(row)); rows++) await page.keyboard.press("j");
    await expectVisibleFocus(page);
    await page.keyboard.press("x");
    await expect(page.getByRole("button", { name: "Decide 1" })).toBeEnabled();
    await page.keyboard.press("Enter");
    await expect(panel).toBeVisible();
  });

  await test.step("each decision goes on to the next request and can be taken back", async () => {
    await page.keyboard.press("4");
    await typeInto(page, page.getByLabel("Question to the therapist"), "Who saw the wound?");
    await sign();
    await expect(signed("Asked back")).toBeVisible();
    await expect(panel).toHaveCount(0);
    await expectAccessible(page, "the inbox after a signature");
    await takeBack();
    await page.keyboard.press("2");
    await typeInto(page, page.getByLabel("Minutes, up to"), "10");
    await expect(page.getByText("Do it for at most 10 minutes each time.")).toBeVisible();
    await sign();
    await expect(signed("Granted with limits")).toBeVisible();
    await takeBack();
  });
});
