import type { Locator, Page } from "@playwright/test";
import type { DraftWorld } from "../support/e2e-drafts";
import { desktop, expect, type Visits } from "./fixtures";
import { putSession } from "./steps";

type Who = "first" | "second";

/** What the browser says of a network that a test took away, and of a draft that has moved on meanwhile. */
export function expectTrouble({ watch }: Visits): void {
  watch.expect(/net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|status of 40[49] .*\/api\/drafts/);
}

/** Puts the session of one of the two therapists into the browser. */
export async function beAs(page: Page, world: DraftWorld, who: Who): Promise<void> {
  await putSession(page, world.cookies[who]);
}

/** Somebody's browser with the draft of a patient open. */
export async function openDraft(visits: Visits, world: DraftWorld, who: Who, patientId: string): Promise<Page> {
  const page = await visits.arrive(world[who].displayName, desktop);
  await beAs(page, world, who);
  await goToDraft(page, patientId);
  return page;
}

/** Goes to the draft and waits until it can be edited. */
export async function goToDraft(page: Page, patientId: string): Promise<void> {
  await page.goto(`/patients/${patientId}/program`);
  await expect(page.getByRole("heading", { name: "Revision 1, draft" })).toBeVisible();
  await expectAlive(page);
}

/** The builder hears what is typed: the library is asked once it does. */
export async function expectAlive(page: Page): Promise<void> {
  const said = page.getByRole("complementary", { name: "Library" }).getByRole("status");
  await expect(said).toHaveText(/Searching|exercises? fits?/, { timeout: 15_000 });
}

/** The list of the phase in work; the next phase has one of its own where there is room. */
export function linesInWork(page: Page): Locator {
  return page.getByRole("grid", { name: /^Lines of phase/ }).first();
}

/** A line of the phase in work by the name of its exercise. */
export function lineOf(page: Page, exercise: string): Locator {
  return linesInWork(page).getByRole("row", { name: exercise, exact: true });
}

/** The cell of a column ("Dose", "A week", …) of a line. */
export function cellOf(page: Page, column: string, exercise: string): Locator {
  return page.getByRole("textbox", { name: `${column}, ${exercise}`, exact: true });
}

/** Everything that was changed here is with the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText("· saved", { exact: true })).toBeVisible({ timeout: 15_000 });
}

/** Comes back to the tab, so that the page looks at once who is here and what has changed. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

/** What the browser keeps of drafts that are not saved. */
export function keptCopies(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "")
      .filter((name) => name.startsWith("phasewise.unsaved."))
      .map((name) => `${name} ${localStorage.getItem(name) ?? ""}`),
  );
}
