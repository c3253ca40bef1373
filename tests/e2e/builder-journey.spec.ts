import type { Locator, Page } from "@playwright/test";
import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { namesInPhase, trayOf } from "./builder-steps";
import { cellOf, expectSaved, lineOf } from "./draft-steps";
import { desktop, enterAs, expect, phone, test } from "./fixtures";
import { reviewDraft, signIn } from "./steps";

const patientName = "Ottilie Cloudberry";
const [bug, rock, walk, bridge, row] = [
  "Dead bug",
  "Hands-and-knees rock back",
  "Brisk walk",
  "Gentle bridge",
  "Standing band row",
] as const;
const bike = "Bike with a back rest";
const reason = "Rides 25 minutes in the gym already, pain 1 the day after.";
const wide = { ...desktop, viewport: { width: 1440, height: 900 } };

test.describe.configure({ mode: "default" });

test("a revision is built by mouse, signed with an override, read by the patient, compared and explained", async ({
  visits,
}) => {
  test.setTimeout(240_000);
  const page = await visits.arrive("Priya", wide);
  const own = await visits.arrive("Ottilie", phone);
  let address = "";
  let number = 0;

  await test.step("given a running program, its next draft is opened", async () => {
    await signIn(own, "ottilie@demo.phasewise.example", demoPassword);
    await expect(own.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await expect(own.getByText(bug)).toHaveCount(0);
    await enterAs(page, "Priya Sandpiper");
    const overview = await page.getByRole("link", { name: patientName }).getAttribute("href");
    address = (overview ?? "").replace(/\/overview$/, "/program");
    await page.goto(address);
    await page.getByRole("button", { name: "Change the program" }).click();
    const heading = page.getByRole("heading", { name: /^Revision \d+, draft$/ });
    await expect(heading).toBeVisible();
    number = Number(/\d+/.exec(await heading.innerText())?.[0]);
  });

  await test.step("when the library is searched with a mistake or in Spanish, it finds the exercise", async () => {
    await search(page, "ded bug");
    await expect(inLibrary(page, bug)).toBeVisible();
    await search(page, "mecerse a gatas");
    await expect(inLibrary(page, rock)).toBeVisible();
    await expectAccessible(page, "the builder with a search");
  });

  await test.step("an exercise is dragged in, to its place", async () => {
    await search(page, "dead bug");
    await drag(inLibrary(page, bug), lineOf(page, bridge), "above");
    await expect(lineOf(page, bug)).toBeVisible();
    await expectBefore(page, bug, bridge);
    await expect(inLibrary(page, bug).getByText("added")).toBeVisible();
  });

  await test.step("lines are dragged to another place and to another phase; undo and redo", async () => {
    await drag(lineOf(page, row), lineOf(page, walk), "above");
    await expectBefore(page, row, walk);
    const spine = trayOf(page).getByRole("button", { name: /^Phase 5,/ });
    const before = await spine.getAttribute("aria-label");
    await drag(lineOf(page, bridge), spine, "middle");
    await expect(lineOf(page, bridge)).toHaveCount(0);
    await expect(spine).not.toHaveAccessibleName(before ?? "");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(lineOf(page, bridge)).toBeVisible();
    await page.getByRole("button", { name: "Redo" }).click();
    await expect(lineOf(page, bridge)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expectBefore(page, bug, bridge);
  });

  await test.step("dosage, days of the week, side and a note are set", async () => {
    await cellOf(page, "Dose", walk).fill("25 min");
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    await lineOf(page, bug).getByText(bug).click();
    await expect(inspector.getByRole("heading", { name: bug })).toBeVisible();
    for (const day of ["Monday", "Wednesday", "Friday"]) await inspector.getByRole("button", { name: day }).click();
    await expect(cellOf(page, "A week", bug)).toHaveValue("3");
    await inspector.getByLabel("Side").selectOption({ label: "alternate" });
    await inspector.getByLabel("Note to the patient, in English").fill("Keep your back flat on the mat.");
    await inspector.getByRole("button", { name: "Save as my default" }).click();
    await expect(inspector.getByText("Your default is saved.")).toBeVisible();
    await expectAccessible(page, "the builder with a line in the inspector", "#builder-library");
  });

  await test.step("several lines are changed at once, in one step", async () => {
    await lineOf(page, row).getByText(row).click();
    await lineOf(page, bug)
      .getByText(bug)
      .click({ modifiers: ["ControlOrMeta"] });
    await page.getByRole("button", { name: "Bulk edit" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Bulk edit of dosage" });
    await expect(dialog.getByRole("radio", { name: "The 2 selected lines" })).toBeChecked();
    await dialog.getByLabel("Max effort").fill("3");
    await expect(dialog.getByRole("table", { name: "Lines before and after" })).toBeVisible();
    await expectAccessible(page, "bulk edit");
    await dialog.getByRole("button", { name: "Change 2 lines" }).click();
    for (const name of [row, bug]) await expect(cellOf(page, "Effort", name)).toHaveValue(/^≤\s3$/);
  });

  await test.step("a phase is copied, and taken back in one step", async () => {
    const before = await namesInPhase(page);
    await page.getByRole("button", { name: "Take lines" }).click();
    await page.getByRole("menuitem", { name: /^Copy a phase/ }).click();
    const dialog = page.getByRole("dialog", { name: "Copy into phase 3" });
    await dialog.getByLabel("Copy from").selectOption({ label: await optionOf(dialog, /^2 .* of this draft$/) });
    await expectAccessible(page, "copying a phase");
    await dialog.getByRole("button", { name: /^Copy \d+ lines$/ }).click();
    await expect.poll(() => namesInPhase(page).then(({ length }) => length)).toBeGreaterThan(before.length);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => namesInPhase(page)).toEqual(before);
  });

  await test.step("an override is not signed without its reason, written where it stands", async () => {
    await cellOf(page, "Dose", bike).fill("27 min");
    await expect(lineOf(page, bike).getByText("Override:").first()).toBeVisible();
    const sign = page.getByRole("button", { name: "Review and sign" });
    await expect(sign).toHaveAccessibleDescription("1 override needs its reason.");
    await sign.click({ force: true });
    await expect(page).toHaveURL(/\/program$/);
    await expectAccessible(page, "the builder with an override", "#builder-library");
    await lineOf(page, bike).getByLabel(`Reason for the override: ${bike}`).fill(reason);
    await cellOf(page, "Dose", walk).focus();
    await expect(lineOf(page, bike).getByText(`“${reason}”`)).toBeVisible();
    await expectSaved(page);
  });

  await test.step("then the page to sign tells changes, findings and what the patient will read", async () => {
    await reviewDraft(page);
    await expect(page.getByText(`“${reason}”`).first()).toBeVisible();
    await expect(page.getByText(`${bike}: now 27 minutes, was 15.`)).toBeVisible();
    await expectAccessible(page, "review and signature");
    await page.getByLabel("Your password, again").fill(demoPassword);
    await page.getByRole("button", { name: /^Sign as/ }).click();
    await expect(page.getByText(`Revision ${String(number)} is in force`)).toBeVisible({ timeout: 15_000 });
  });

  await test.step("the patient sees the new revision at once, with what changed, and puts it away", async () => {
    await own.reload();
    await expect(own.getByRole("heading", { name: /^Your program changed on/ })).toBeVisible();
    await expectAccessible(own, "today with what changed");
    await own.getByRole("link", { name: "See all changes" }).click();
    await expect(own.getByText(`New: ${bug}.`)).toBeVisible();
    await expect(own.getByText(`${walk}: now 25 minutes, was 20.`)).toBeVisible();
    await expect(own.getByText(`${bike}: now 27 minutes, was 15.`)).toBeVisible();
    await expect(own.getByText(bridge)).toHaveCount(0);
    await expectAccessible(own, "what changed");
    await own.getByRole("button", { name: "OK, I have read it" }).click();
    await own.waitForURL(/\/my\/today$/);
    await expect(own.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await expect(own.getByRole("heading", { name: /^Your program changed on/ })).toHaveCount(0);
  });

  await test.step("both revisions stand side by side, and a line explains itself", async () => {
    await page.goto(`${address}/compare?from=${String(number - 1)}&to=${String(number)}`);
    await expect(page.getByText("Differs: Dose").first()).toBeVisible();
    await expectAccessible(page, "two revisions");
    await page.getByRole("link", { name: `Explain ${bike}` }).click();
    await expect(page.getByRole("heading", { name: bike })).toBeVisible();
    await expect(page.getByText(`“${reason}”`).first()).toBeVisible();
    await expect(page.getByText(/was 15\smin/).first()).toBeVisible();
    await expect(page.getByText("Verified: nothing was changed after the signature")).toBeVisible();
    await expectAccessible(page, "why a line is as it is");
  });
});

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search the library" }).fill(words);
}

function inLibrary(page: Page, exercise: string): Locator {
  return page.getByRole("grid", { name: "Library" }).getByRole("row", { name: exercise, exact: true });
}

/** By mouse, from the middle of the name to the edge or the middle of the target. */
async function drag(source: Locator, target: Locator, to: "above" | "middle"): Promise<void> {
  await source.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  const x = (box?.width ?? 0) / 2;
  await source.dragTo(target, {
    sourcePosition: { x: 20, y: 12 },
    targetPosition: { x, y: to === "above" ? 3 : (box?.height ?? 0) / 2 },
  });
}

async function expectBefore(page: Page, first: string, second: string): Promise<void> {
  await expect
    .poll(async () => {
      const names = await namesInPhase(page);
      return names.includes(first) && names.indexOf(first) + 1 === names.indexOf(second);
    })
    .toBe(true);
}

/** The whole text of an option, once it is there. */
async function optionOf(dialog: Locator, label: RegExp): Promise<string> {
  return dialog.getByRole("option", { name: label }).first().innerText();
}
