import type { Locator, Page } from "@playwright/test";
import { lineOf } from "./draft-steps";
import { expect } from "./fixtures";

/** The exercises of the phase in work, in their order. */
export function order(page: Page): Promise<(string | null)[]> {
  const rows = page.getByRole("grid", { name: /^Lines of phase/ }).getByRole("row");
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label")));
}

/** Whether the focus is on exactly this. */
export async function isFocused(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement));
}

/** Goes up to the first line with k, then down with j, until the focus is on the line. */
export async function goToLine(page: Page, exercise: string): Promise<void> {
  for (const key of ["k", "j"]) {
    for (let presses = 0; presses < 12 && !(await isFocused(lineOf(page, exercise))); presses++) {
      await page.keyboard.press(key);
    }
  }
  await expect(lineOf(page, exercise)).toBeFocused();
}

/** Presses Tab until the focus is somewhere inside. */
export async function tabInto(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead into ${String(target)}`);
}

/** Presses Tab until the focus is there; what cannot be reached so fails, and so does a focus that nobody can see. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectVisibleFocus(page);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** The focused element, or one around it, shows an outline. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const isShown = await page.evaluate(() => {
    for (let element = document.activeElement; element; element = element.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) return true;
    }
    return false;
  });
  expect(isShown, "the focus can be seen").toBe(true);
}

/** Goes there with Tab, and presses the key. */
export async function pressOn(page: Page, target: Locator, key: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Goes there with Tab, and types. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.type(text);
}

/** A checkbox by Space; a radio by the arrows of its group, into which Tab leads. */
export async function choose(page: Page, target: Locator): Promise<void> {
  const name = await target.getAttribute("name");
  const isRadio = (await target.getAttribute("type")) === "radio";
  if (!isRadio) await reach(page, target);
  else {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 250; presses++) {
      const focused = await page.evaluate(() => document.activeElement?.getAttribute("name") ?? null);
      if (focused === name) break;
      await page.keyboard.press("Tab");
    }
    for (let presses = 0; presses < 15; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("ArrowDown");
    }
  }
  if (!(await target.isChecked())) await page.keyboard.press("Space");
  await expect(target).toBeChecked();
}
