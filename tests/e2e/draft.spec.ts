import { expectAccessible } from "../support/e2e-axe";
import type { DraftWorld } from "../support/e2e-drafts";
import { loadDrafts } from "../support/e2e-load-world";
import { cellOf, comeBack, expectSaved, expectTrouble, lineOf, openDraft } from "./draft-steps";
import { expect, test } from "./fixtures";
import { reviewDraft } from "./steps";

const [pumps, breathing, logRoll] = ["Ankle pumps", "Belly breathing", "Log roll in and out of bed"];

let world: DraftWorld;
let used = 0;
/** A patient of this test alone. */
const nextPatient = () => world.patients[used++]?.patientId ?? "";

test.describe.configure({ mode: "default", timeout: 150_000 });
test.beforeAll(async () => {
  world = await loadDrafts(3);
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
    await expectAccessible(wren, "the builder with a colleague in it", "#builder-library");
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
    await expectAccessible(teal, "the conflict", "#builder-library");
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
    await expectAccessible(teal, "the builder after a colleague's signature", "#builder-library");
    await teal.getByRole("button", { name: "Copy my changes" }).click();
    await expect(teal.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await teal.evaluate(() => navigator.clipboard.readText())).toMatch(/Ankle pumps[^]*Repetitions: 9/);
    await teal.getByRole("link", { name: "Open the program as it stands" }).click();
    await expect(teal.getByText("Revision 1 is in force")).toBeVisible();
  });
});
