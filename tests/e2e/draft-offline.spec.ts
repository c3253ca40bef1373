import type { Page, Route } from "@playwright/test";
import { expectAccessible } from "../support/e2e-axe";
import type { DraftWorld } from "../support/e2e-drafts";
import { loadDrafts } from "../support/e2e-load-world";
import { beAs, cellOf, comeBack, expectSaved, expectTrouble, goToDraft, keptCopies } from "./draft-steps";
import { lineOf, openDraft } from "./draft-steps";
import { expect, test } from "./fixtures";
import { signIn } from "./steps";

const [pumps, breathing, logRoll] = ["Ankle pumps", "Belly breathing", "Log roll in and out of bed"];
const note = "Only with the blue pillow";
/** Codes and ids of exercises, and words that somebody wrote. */
const readable = /ankle|breath|pillow|log-?roll|exercise/i;

let world: DraftWorld;
let used = 0;
/** A patient of this test alone. */
const nextPatient = () => world.patients[used++]?.patientId ?? "";

test.describe.configure({ mode: "default", timeout: 150_000 });
test.beforeAll(async () => {
  world = await loadDrafts(4);
});

test("without a network editing goes on, and is saved when it is back", async ({ visits }) => {
  expectTrouble(visits);
  const patientId = nextPatient();
  const page = await openDraft(visits, world, "first", patientId);

  await test.step("when the network is lost, the page says so and everything works", async () => {
    await page.context().setOffline(true);
    await cellOf(page, "Dose", pumps).fill("2 × 9");
    await expect(page.getByText("· not saved, trying again. Your changes are kept here.")).toBeVisible();
    await cellOf(page, "Dose", breathing).press("ArrowUp");
    await lineOf(page, logRoll).focus();
    await page.keyboard.press("Delete");
    await expect(lineOf(page, logRoll)).toHaveCount(0);
    await writeNote(page, pumps);
    await expectAccessible(page, "the builder without a network", "#builder-library");
  });

  await test.step("what the browser keeps meanwhile cannot be read", async () => {
    await expect.poll(() => keptCopies(page)).toHaveLength(1);
    expect((await keptCopies(page)).join()).not.toMatch(readable);
  });

  await test.step("then it is saved by itself, and nothing stays behind", async () => {
    await page.context().setOffline(false);
    await expectSaved(page);
    expect(await keptCopies(page)).toEqual([]);
    await goToDraft(page, patientId);
    await expect(cellOf(page, "Dose", pumps)).toHaveValue(/^2\s×\s9$/);
    await expect(lineOf(page, logRoll)).toHaveCount(0);
    await cellOf(page, "Dose", pumps).focus();
    await expect(page.getByLabel("Note to the patient, in English")).toHaveValue(note);
  });
});

test("a server that fails, and an answer that gets lost, lose nothing and look like no conflict", async ({
  visits,
}) => {
  visits.watch.expect(/503|409|net::ERR_FAILED/);
  const page = await openDraft(visits, world, "first", nextPatient());
  const saving = /\/api\/drafts(\?quiet)?$/;
  await page.route(saving, (route) => route.fulfill({ status: 503, body: "" }));
  await cellOf(page, "Dose", pumps).fill("2 × 9");
  await expect(page.getByText("· not saved, trying again. Your changes are kept here.")).toBeVisible();
  await page.unroute(saving);
  await expectSaved(page);
  const taken: number[] = [];
  const loseAnswer = async (route: Route) => {
    taken.push((await route.fetch()).status());
    await route.abort();
  };
  await page.route(saving, loseAnswer, { times: 1 });
  await cellOf(page, "Dose", pumps).fill("2 × 8");
  await expect.poll(() => taken).toEqual([200]);
  await expectSaved(page);
  await expect(page.getByText(/Choose what stands|Merged with/)).toHaveCount(0);
  await expect(cellOf(page, "Dose", pumps)).toHaveValue(/^2\s×\s8$/);
});

test("a reload and a closed tab without a network: the changes are back, for their own person alone", async ({
  visits,
}) => {
  expectTrouble(visits);
  const patientId = nextPatient();
  const page = await openDraft(visits, world, "second", patientId);
  const context = page.context();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });

  await test.step("leaving is warned of; after the reload the change is back and saved", async () => {
    await cutOff(page);
    await cellOf(page, "Dose", pumps).fill("2 × 9");
    await writeNote(page, pumps);
    await expect.poll(() => keptCopies(page)).toHaveLength(1);
    await page.reload().catch(() => null);
    expect(asked).toEqual(["beforeunload"]);
    await context.setOffline(false);
    await goToDraft(page, patientId);
    await expect(page.getByText("Your unsaved changes from before are back.")).toBeVisible();
    await expect(cellOf(page, "Dose", pumps)).toHaveValue(/^2\s×\s9$/);
    await expectSaved(page);
    await expect.poll(() => keptCopies(page)).toEqual([]);
  });

  await test.step("given a tab that is gone with changes in it", async () => {
    await cutOff(page);
    await cellOf(page, "A day", breathing).fill("2");
    await expect.poll(() => keptCopies(page)).toHaveLength(1);
    await page.close();
    await context.setOffline(false);
  });

  const next = await context.newPage();
  await test.step("a colleague in the same browser sees nothing of it, and it stays", async () => {
    await beAs(next, world, "first");
    await goToDraft(next, patientId);
    await expect(next.getByText("· saved", { exact: true })).toBeVisible();
    await expect(next.getByText("Your unsaved changes from before are back.")).toHaveCount(0);
    expect(await keptCopies(next)).toHaveLength(1);
    expect((await keptCopies(next)).join()).not.toMatch(readable);
  });

  await test.step("signing out would remove it: it asks first, and who stays loses nothing", async () => {
    await next.getByRole("button", { name: "Your account" }).click();
    await next.getByRole("button", { name: "Sign out" }).click();
    const question = next.getByRole("alertdialog", { name: "Program changes are not saved" });
    await expect(question.getByRole("button", { name: "Sign out and discard" })).toBeVisible();
    await question.getByRole("button", { name: "Stay", exact: true }).click();
    await expect(question).toBeHidden();
    expect(await keptCopies(next)).toHaveLength(1);
  });

  await test.step("their own person gets it back", async () => {
    await beAs(next, world, "second");
    await goToDraft(next, patientId);
    await expect(next.getByText("Your unsaved changes from before are back.")).toBeVisible();
    await expect(cellOf(next, "A day", breathing)).toHaveValue(/^2/);
    await expectSaved(next);
    await expectAccessible(next, "the builder after a restore", "#builder-library");
    await next.getByRole("button", { name: "Got it" }).click();
    await next.reload();
    await expect(cellOf(next, "A day", breathing)).toHaveValue(/^2/);
    expect(await keptCopies(next)).toEqual([]);
  });
});

test("a session that is over while somebody edits: sign in beside it, and it goes on", async ({ visits }) => {
  visits.watch.expect(/401/);
  const patientId = nextPatient();
  const page = await openDraft(visits, world, "second", patientId);
  const { first, second, password } = world;

  await test.step("when the session is over, the page stays and says what to do", async () => {
    await page.context().clearCookies();
    await cellOf(page, "Dose", pumps).fill("2 × 9");
    await expect(page.getByText("not saved: your session is over. Your changes are kept here.").first()).toBeVisible();
    await cellOf(page, "A day", breathing).fill("2");
    await expectAccessible(page, "the builder without a session", "#builder-library");
  });

  const [beside] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Sign in in a new tab" }).click(),
  ]);
  await test.step("somebody else who signs in there does not save it in their name", async () => {
    await signIn(beside, first.signInName, password);
    await comeBack(page);
    await expect(page.getByText("· not saved: your session is over. Your changes are kept here.")).toBeVisible();
    await beside.context().clearCookies();
  });

  await test.step("once its own person is back, it is saved", async () => {
    await signIn(beside, second.signInName, password);
    await comeBack(page);
    await expectSaved(page);
    await goToDraft(beside, patientId);
    await expect(cellOf(beside, "Dose", pumps)).toHaveValue(/^2\s×\s9$/);
    await expect(cellOf(beside, "A day", breathing)).toHaveValue(/^2/);
  });
});

/** Writes a note to the patient in the inspector of a line. */
async function writeNote(page: Page, exercise: string): Promise<void> {
  await cellOf(page, "Dose", exercise).focus();
  // The inspector follows a moment later: until then it shows the note of the line before.
  await expect(page.getByRole("heading", { level: 2, name: exercise, exact: true })).toBeVisible();
  await page.getByLabel("Note to the patient, in English").fill(note);
}

/** Takes the network away from a page that is about to go: what it sends while it closes slips past the browser's own emulation. */
async function cutOff(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("no network"));
  });
}
