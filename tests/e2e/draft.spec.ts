import type { Page, Route } from "@playwright/test";
import { expectAccessible } from "../support/e2e-axe";
import type { DraftWorld } from "../support/e2e-drafts";
import { loadDrafts } from "../support/e2e-load-world";
import { beAs, cellOf, comeBack, expectTrouble, expectSaved, goToDraft, keptCopies } from "./draft-steps";
import { lineOf, openDraft } from "./draft-steps";
import { expect, test } from "./fixtures";
import { reviewDraft, signIn } from "./steps";

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
  world = await loadDrafts(9);
});

test("two people see each other, and changes of different lines come together by themselves", async ({ visits }) => {
  expectTrouble(visits);
  const patientId = nextPatient();
  const wren = await openDraft(visits, world, "first", patientId);
  const teal = await openDraft(visits, world, "second", patientId);

  await test.step("each reads that the other is there", async () => {
    await comeBack(teal);
    await expect(teal.getByText("Linden Wren is in this draft too")).toBeVisible();
    await comeBack(wren);
    await expect(wren.getByText("Juniper Teal is in this draft too")).toBeVisible();
    await expectAccessible(wren, "the builder with a colleague in it");
  });

  await test.step("what one changes comes to the other, who has changed something else", async () => {
    await cellOf(wren, "Dose", pumps).fill("2 × 11");
    await cellOf(teal, "A day", breathing).fill("2");
    await expectSaved(wren);
    await expectSaved(teal);
    await comeBack(wren);
    await comeBack(teal);
    for (const page of [wren, teal]) {
      await expect(cellOf(page, "Dose", pumps)).toHaveValue(/^2\s×\s11$/);
      await expect(cellOf(page, "A day", breathing)).toHaveValue(/^2/);
    }
    await expect(teal.getByText("Merged with changes of Linden Wren: 1 line.")).toBeVisible();
    await teal.getByText("Which lines").click();
    await expect(teal.getByRole("status").getByRole("listitem").filter({ hasText: pumps })).toBeVisible();
  });

  await test.step("a line taken away by one is gone for both; undo brings back one's own alone", async () => {
    await lineOf(wren, logRoll).focus();
    await wren.keyboard.press("Delete");
    await expect(lineOf(wren, logRoll)).toHaveCount(0);
    await expectSaved(wren);
    await comeBack(teal);
    await expect(lineOf(teal, logRoll)).toHaveCount(0);
    await teal.getByRole("button", { name: "Undo" }).click();
    await expect(cellOf(teal, "A day", breathing)).not.toHaveValue(/^2/);
    await expect(lineOf(teal, logRoll)).toHaveCount(0);
    await expectSaved(teal);
    await wren.reload();
    await expect(cellOf(wren, "Dose", pumps)).toHaveValue(/^2\s×\s11$/);
    await expect(lineOf(wren, logRoll)).toHaveCount(0);
  });
});

test("where both changed the same, each line waits for a choice, and nothing is lost", async ({ visits }) => {
  expectTrouble(visits);
  const patientId = nextPatient();
  const wren = await openDraft(visits, world, "first", patientId);
  const teal = await openDraft(visits, world, "second", patientId);

  await test.step("given both have changed two lines, and one has removed what the other changed", async () => {
    await teal.context().setOffline(true);
    await cellOf(teal, "Dose", pumps).fill("2 × 9");
    await cellOf(teal, "A day", pumps).fill("3");
    await cellOf(teal, "A day", breathing).fill("2");
    await cellOf(teal, "A week", logRoll).fill("5");
    await cellOf(wren, "Dose", pumps).fill("2 × 11");
    await cellOf(wren, "A day", breathing).fill("1");
    await lineOf(wren, logRoll).focus();
    await wren.keyboard.press("Delete");
    await expectSaved(wren);
    await teal.context().setOffline(false);
  });

  await test.step("then both values of each line stand side by side, nothing chosen", async () => {
    await expect(teal.getByText("Linden Wren and you changed the same 3 lines. Choose what stands.")).toBeVisible({
      timeout: 15_000,
    });
    await expect(teal.getByText("· not saved: choose below.")).toBeVisible();
    const choice = teal.getByRole("group", { name: pumps, exact: true });
    await expect(choice.getByRole("radio", { name: /^Yours.*2\s×\s9|^Yours.*9/ })).not.toBeChecked();
    await expect(teal.getByRole("button", { name: "3 lines left to choose" })).toBeDisabled();
    await expectAccessible(teal, "the conflict");
  });

  await test.step("when each is chosen, that is what is saved, with what only one had changed", async () => {
    await teal
      .getByRole("group", { name: pumps })
      .getByRole("radio", { name: /^Yours/ })
      .check();
    await teal
      .getByRole("group", { name: breathing })
      .getByRole("radio", { name: /^Linden Wren/ })
      .check();
    await teal
      .getByRole("group", { name: logRoll })
      .getByRole("radio", { name: /^Yours/ })
      .check();
    await teal.getByRole("button", { name: "Save these choices" }).click();
    await expectSaved(teal);
    await wren.reload();
    for (const page of [teal, wren]) {
      await expect(cellOf(page, "Dose", pumps)).toHaveValue(/^2\s×\s9$/);
      await expect(cellOf(page, "A day", pumps)).toHaveValue(/^3/);
      await expect(cellOf(page, "A day", breathing)).toHaveValue(/^1/);
      await expect(cellOf(page, "A week", logRoll)).toHaveValue(/^5/);
    }
  });
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
    await writeNote(page, pumps);
    await expectAccessible(page, "the builder without a network");
  });

  await test.step("what the browser keeps meanwhile cannot be read", async () => {
    await expect.poll(() => keptCopies(page)).toHaveLength(1);
    expect((await keptCopies(page)).join()).not.toMatch(readable);
  });

  await test.step("then it is saved by itself, and nothing stays behind", async () => {
    await page.context().setOffline(false);
    await expectSaved(page);
    expect(await keptCopies(page)).toEqual([]);
    await page.reload();
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

  await test.step("their own person gets it back", async () => {
    await beAs(next, world, "second");
    await goToDraft(next, patientId);
    await expect(next.getByText("Your unsaved changes from before are back.")).toBeVisible();
    await expect(cellOf(next, "A day", breathing)).toHaveValue(/^2/);
    await expectSaved(next);
    await expectAccessible(next, "the builder after a restore");
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
    await expectAccessible(page, "the builder without a session");
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

test("a draft that a colleague signs meanwhile: what was not saved can be read and copied", async ({ visits }) => {
  expectTrouble(visits);
  const patientId = nextPatient();
  const teal = await openDraft(visits, world, "second", patientId);
  const wren = await openDraft(visits, world, "first", patientId);
  await teal.context().grantPermissions(["clipboard-read", "clipboard-write"]);

  await test.step("given a change that is not saved when the colleague signs", async () => {
    await teal.context().setOffline(true);
    await cellOf(teal, "Dose", pumps).fill("2 × 9");
    await reviewDraft(wren);
    await wren.getByLabel("Your password, again").fill(world.password);
    await wren.getByRole("button", { name: /^Sign as/ }).click();
    await expect(wren.getByText("Revision 1 is in force")).toBeVisible({ timeout: 15_000 });
    await teal.context().setOffline(false);
  });

  await test.step("then the page says who signed, and the change is there to copy", async () => {
    await expect(teal.getByText(`${world.first.printedName} signed revision 1 from this draft on`)).toBeVisible({
      timeout: 15_000,
    });
    await expect(teal.getByText("1 change of yours was not saved. Copy what you need.")).toBeVisible();
    await expectAccessible(teal, "the builder after a colleague's signature");
    await teal.getByRole("button", { name: "Copy my changes" }).click();
    await expect(teal.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await teal.evaluate(() => navigator.clipboard.readText())).toMatch(/Ankle pumps[^]*Repetitions: 9/);
    await teal.getByRole("link", { name: "Open the program as it stands" }).click();
    await expect(teal.getByText("Revision 1 is in force")).toBeVisible();
  });
});

/** Writes a note to the patient in the inspector of a line. */
async function writeNote(page: Page, exercise: string): Promise<void> {
  await cellOf(page, "Dose", exercise).focus();
  await page.getByLabel("Note to the patient, in English").fill(note);
}

/** Takes the network away from a page that is about to go: what it sends while it closes slips past the browser's own emulation. */
async function cutOff(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("no network"));
  });
}
