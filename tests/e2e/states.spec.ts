import type { Page } from "@playwright/test";
import { sessionCookie, type Asker, type World } from "../support/e2e-askers";
import { expectAccessible } from "../support/e2e-axe";
import { loadWorld } from "../support/e2e-load-world";
import { expect, test, type Visits } from "./fixtures";
import { expectNarrow } from "./page-steps";

let world: World;
/** What looks no different on a phone is looked at once. */
const onDesktop = { tag: "@desktop" };

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  world = await loadWorld();
});

test("a search that finds nobody, a list where nobody has the flag", onDesktop, async ({ visits }) => {
  const page = await signedIn(visits, "therapist");
  await page.goto("/worklist");
  const search = page.getByRole("searchbox", { name: "Search patients by name or record number" });
  await search.fill("nobodyhasthisname");
  await search.press("Enter");
  await expect(page.getByText("No patient matches “nobodyhasthisname”")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByText("Clear the search").first().click();
  await expect(page.getByText("No patient matches")).toHaveCount(0);
  await page.goto("/worklist?flag=pain-rising");
  await expect(page.getByText("Nobody here")).toBeVisible();
  await expectAccessible(page);
});

test("a clinic without patients, an inbox without requests", onDesktop, async ({ visits }) => {
  const page = await signedIn(visits, "elsewhere");
  for (const [address, words] of [
    ["/worklist", "No patients yet"],
    ["/clearances", "Nothing is waiting"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page);
  }
});

test("an empty form names what is missing and loses nothing", async ({ visits }) => {
  const page = await signedIn(visits, "therapist");
  await page.goto("/patients/new");
  await page.getByLabel("Given name").fill("Bryony");
  await page.getByRole("button", { name: "Create the patient and draft the program" }).click();
  const summary = page.getByRole("alert").first();
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error:/);
  await expectAccessible(page);
  await summary.getByRole("link", { name: /^Family name/ }).click();
  await expect(page.getByLabel("Family name")).toBeFocused();
  await expect(page.getByLabel("Given name")).toHaveValue("Bryony");
});

test("a surgeon who asks for the form of a new patient comes home", onDesktop, async ({ visits }) => {
  const page = await signedIn(visits, "surgeon");
  await page.goto("/patients/new");
  await expect(page).toHaveURL(/\/clearances/);
});

test("an emergency stands alone; the day says that the program is stopped", async ({ visits }) => {
  const page = await signedIn(visits, "held");
  await page.goto(`/my/today/check-in/${world.emergencyId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Go to the emergency room now");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  for (const link of await page.locator("a[href^='tel:']").all()) await expect(link).toBeInViewport();
  await expectAccessible(page);
  await expectNarrow(page);
  await page.goto("/my/today");
  await expect(page.getByText("Your exercises are stopped.")).toBeVisible();
  await expectAccessible(page);
  await expectNarrow(page);
});

test("the record of a suspended program", async ({ visits }) => {
  for (const asker of ["therapist", "surgeon"] as const) {
    const page = await signedIn(visits, asker);
    for (const tab of ["overview", "program", "check-ins"]) {
      await page.goto(`/patients/${world.held.patient.id}/${tab}`);
      await expect(page.getByText("Red flag").first()).toBeVisible();
      await expectAccessible(page);
    }
  }
});

test("a patient of somebody else is a page that does not exist", onDesktop, async ({ visits }) => {
  visits.watch.expect(/404/);
  for (const asker of ["offTeam", "elsewhere"] as const) {
    const page = await signedIn(visits, asker);
    await page.goto(`/patients/${world.own.patient.id}/overview`);
    await expect(page.getByText("This page does not exist")).toBeVisible();
    await expectAccessible(page);
  }
});

test("a session that is over leads to the sign-in page, and so does signing out", async ({ visits }) => {
  const over = await signedIn(visits, "expired");
  await over.goto("/worklist");
  await expect(over).toHaveURL(/\/sign-in$/);
  const page = await signedIn(visits, "other");
  await page.goto("/my/today");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/my/today");
  await expect(page).toHaveURL(/\/sign-in$/);
});

/** The browser of somebody who has signed in before; of the project's own size. */
async function signedIn(visits: Visits, asker: Exclude<Asker, "signedOut"> | "held"): Promise<Page> {
  const page = await visits.arrive(asker, {});
  const value = asker === "held" ? world.heldCookie : world.cookies[asker];
  await page
    .context()
    .addCookies([
      { name: sessionCookie, value, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" },
    ]);
  return page;
}
