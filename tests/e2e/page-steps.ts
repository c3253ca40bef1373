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

/** Language, title, one heading of the first level, accessibility, and no scrolling sideways. */
export async function inspect(page: Page, address: string, locale: Locale): Promise<void> {
  await page.goto(address);
  await expect(page.locator("html"), address).toHaveAttribute("lang", locale);
  await expect(page, address).toHaveTitle(/\S · Phasewise$/);
  await expect.soft(page.getByRole("heading", { level: 1 }), `${address} has one title`).toHaveCount(1);
  await expectAccessible(page, `${address} in ${locale}`);
  await expectNoSideScroll(page, address);
}

/** What another theme can change of a page that `inspect` has seen. */
export async function inspectColors(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("html"), address).toHaveAttribute("data-theme", "dark");
  await expectContrast(page, `${address} in the dark`);
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
