import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/e2e-axe";
import { addAlternative } from "./builder-steps";
import { expectSaved, lineOf } from "./draft-steps";
import { desktop, enterAs, expect, test } from "./fixtures";
import { fillAdmission, newPatient } from "./steps";

const shrug = "Shoulder shrug";
const found = `/settings?q=${encodeURIComponent(`${shrug} lumbar fusion`)}`;

test("a number is changed with a reason, the builder judges by it, and it goes back without JavaScript @desktop", async ({
  visits,
}) => {
  test.setTimeout(120_000);
  const therapist = await visits.arrive("Priya", desktop);
  await enterAs(therapist, "Priya Sandpiper");
  await therapist.goto("/patients/new");
  await fillAdmission(therapist, newPatient("Sorrel"), 5);
  await therapist.getByRole("button", { name: "Create the patient and draft the program" }).click();
  await therapist.getByRole("link", { name: "Go to the program" }).click();
  const line = lineOf(therapist, shrug);

  await test.step("as shipped the exercise may be prescribed on day 5", async () => {
    await addAlternative(therapist, shrug, 1);
    await expect(line.getByText("Block:")).toHaveCount(0);
    await expectSaved(therapist);
  });
  const builder = therapist.url();

  await test.step("one without a reason is asked for it, one out of its bounds is named; what was typed stays", async () => {
    await therapist.goto(found);
    await ofLumbarFusion(therapist).fill("731");
    await save(therapist);
    const summary = therapist.getByRole("alert").first();
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("Reason for the change: needed");
    await expect(therapist).toHaveTitle(/^Error:/);
    await therapist.getByLabel("Reason for the change").first().fill("Our surgeons wait until week 9.");
    await save(therapist);
    await expect(summary).toContainText(`${shrug}: out of range`);
    await expect(ofLumbarFusion(therapist)).toHaveValue("731");
    await expectAccessible(therapist, "the settings with errors");
  });

  await test.step("with a reason it is the next version, and the builder blocks what opens later now", async () => {
    await ofLumbarFusion(therapist).fill("60");
    await save(therapist);
    await expect(therapist.getByText(/^Saved as version \d+/)).toBeVisible();
    await expect(therapist.getByText("Our surgeons wait until week 9.").first()).toBeVisible();
    await therapist.goto(builder);
    await expect(line.getByText("Block:").first()).toBeVisible();
    await expect(line.getByText(/day 60/).first()).toBeVisible();
  });

  await test.step("without JavaScript it goes back to what ships", async () => {
    const storageState = await therapist.context().storageState();
    const plain = await visits.arrive("without JavaScript", { ...desktop, javaScriptEnabled: false, storageState });
    await plain.goto(found);
    await plain.getByRole("checkbox", { name: "Back to 0 days" }).first().check();
    await plain.getByLabel("Reason for the change").first().fill("The trial is over.");
    await save(plain);
    await expect(plain.getByText(/^Saved as version \d+/)).toBeVisible();
    await therapist.reload();
    await expect(line).toBeVisible();
    await expect(line.getByText("Block:")).toHaveCount(0);
  });
});

function ofLumbarFusion(page: Page) {
  return page.getByRole("region", { name: /^Lumbar fusion · / }).getByLabel(shrug);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save as version/ }).click();
}
