import type { Page } from "@playwright/test";
import { expectAccessible, expectContrast } from "../support/e2e-axe";
import { expect } from "./fixtures";

/** The languages of the product. */
export const locales = ["en", "es"] as const;
type Locale = (typeof locales)[number];
type Options = { locale?: Locale; theme?: "dark" | "light" };

/** Sets what this device remembers; the next page is in it. */
export async function speak(page: Page, { locale, theme }: Options): Promise<void> {
  const { origin } = new URL(page.url());
  const cookies = [
    ...(locale === undefined ? [] : [{ name: "locale", value: locale, url: origin }]),
    ...(theme === undefined ? [] : [{ name: "theme", value: theme, url: origin }]),
  ];
  await page.context().addCookies(cookies);
}

/** What is looked at in the dark as well, in one language: every kind of part that has colors of its own is on one of them. */
const inTheDark = [
  /^\/(worklist|clearances|settings|library|library\/bridge|patients\/new)$/,
  /^\/patients\/[^/]+\/(overview|program|phase)$/,
  /^\/my\/(today|today\/check-in|program|progress|allowed|allowed\/ask)$/,
];

/** Language, title, one heading of the first level, accessibility, and no scrolling sideways; of some also the colors in the dark. */
export async function inspect(page: Page, address: string, locale: Locale): Promise<void> {
  await page.goto(address);
  await expect(page.locator("html"), address).toHaveAttribute("lang", locale);
  await expect(page, address).toHaveTitle(/\S · Phasewise$/);
  await expect.soft(page.getByRole("heading", { level: 1 }), `${address} has one title`).toHaveCount(1);
  await expectAccessible(page, `${address} in ${locale}`);
  await expectNoSideScroll(page, address);
  if (locale === "en" && inTheDark.some((one) => one.test(address))) await inspectDark(page, address);
}

/** The page stands as it is: its system asks for the dark, of which only the colors can differ. */
async function inspectDark(page: Page, address: string): Promise<void> {
  const light = await ground(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => ground(page), `the ground of ${address} in the dark`).not.toBe(light);
  await expectContrast(page, `${address} in the dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

/** The theme that was chosen on this device, whatever the system asks for. */
export async function inspectChosenDark(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("html"), address).toHaveAttribute("data-theme", "dark");
  const chosen = await ground(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground(page), `the ground of ${address}`).toBe(chosen);
  await page.emulateMedia({ colorScheme: "light" });
  await expectContrast(page, `${address} in the dark`);
}

function ground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** As `inspect`, and again at 320 px, where nothing may scroll sideways. */
export async function inspectNarrow(page: Page, address: string, locale: Locale): Promise<void> {
  await inspect(page, address, locale);
  await expectNarrow(page, address);
}

/** At 320 px, which is also 400 % of a desktop, nothing of the page as it stands is beside the screen. */
export async function expectNarrow(page: Page, where: string = page.url()): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideScroll(page, `${where} at 320 px`);
  if (size) await page.setViewportSize(size);
}

async function expectNoSideScroll(page: Page, where: string): Promise<void> {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(excess, `${where} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
}
