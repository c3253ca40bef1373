import type { Locator, Page } from "@playwright/test";
import { FirstTimeUser } from "../support/e2e-interactions";
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

export type QuietPart = ReturnType<FirstTimeUser["tally"]>;

const english = {
  screen: /^Screen (\d+) of (\d+)$/,
  rest: /^(I have none of these|No extra pain, nothing new|It was not higher)$/,
  onwards: "Continue",
  fine: "Thank you. All as expected",
};
/** What a quiet part says in either language, and while a stop stands. */
const said = {
  en: english,
  stopped: { ...english, fine: "Thank you for your answers" },
  es: {
    screen: /^Pantalla (\d+) de (\d+)$/,
    rest: /^(No tengo nada de esto|Sin más dolor, nada nuevo|No fue más alto)$/,
    onwards: "Continuar",
    fine: "Gracias. Todo como se espera",
  },
};

/**
 * A quiet part of the day, opened and answered as somebody taps who finds nothing: one number for pain, and one tap for everything else on a screen.
 * @param link what opens it; without it the page is open, and the tap is counted all the same
 */
export async function quietCheckIn(
  page: Page,
  pain: number,
  link?: Locator,
  as: keyof typeof said = "en",
): Promise<QuietPart> {
  const words = said[as];
  const user = new FirstTimeUser();
  if (link) await user.click(link);
  const rest = page.getByRole("button", { name: words.rest });
  for (let isLast = false; !isLast;) {
    const screen = await page.getByText(words.screen).innerText();
    const scale = page.getByRole("radio", { name: new RegExp(`^${pain}( |$)`) });
    if ((await scale.count()) > 0) await user.check(scale);
    await user.click((await rest.count()) > 0 ? rest : page.getByRole("button", { name: words.onwards }));
    const [, n, count] = words.screen.exec(screen) ?? [];
    isLast = n === count;
    await expect(page.getByText(screen)).toBeHidden();
  }
  await expect(page.getByRole("heading", { level: 1, name: words.fine })).toBeVisible();
  const tally = user.tally();
  return { ...tally, interactions: tally.interactions + (link ? 0 : 1) };
}

/** A quiet day's whole check-in is twelve taps and sixty seconds at most, opening its parts included. */
export function expectShort(day: readonly QuietPart[]): void {
  const sum = (of: "interactions" | "seconds") => day.reduce((all, part) => all + part[of], 0);
  expect(sum("interactions"), "taps of a quiet day").toBeLessThanOrEqual(12);
  expect(sum("seconds"), "seconds of a quiet day").toBeLessThanOrEqual(60);
}
