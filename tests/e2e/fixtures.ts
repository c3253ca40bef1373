import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { Watch } from "../support/e2e-watch";

export { expect };

export const desktop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  isMobile: false,
  hasTouch: false,
};
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Opens a browser of its own for each person; what their pages complain about fails the test at its end. */
export class Visits {
  readonly watch = new Watch();
  private readonly open: Page[] = [];

  constructor(private readonly browser: Browser) {}

  /** A fresh browser of somebody who is not signed in yet. */
  async arrive(who: string, options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext(options);
    await this.watch.over(context, who);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    this.open.push(page);
    return page;
  }

  /** Signs in as one of the demo clinic's people with one click. */
  async enter(name: string, options: BrowserContextOptions = desktop): Promise<Page> {
    const page = await this.arrive(name, options);
    await enterAs(page, name);
    return page;
  }

  async end(): Promise<void> {
    for (const page of this.open) await page.context().close();
  }
}

/** The one click of the demo clinic's sign-in page. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(`^(Enter|Entrar): ${name}$`) }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

export const test = base.extend<{ visits: Visits }>({
  visits: async ({ browser }, hand) => {
    const visits = new Visits(browser);
    await hand(visits);
    await visits.end();
    expect(visits.watch.unexpected, "what the pages complained about").toEqual([]);
  },
});
