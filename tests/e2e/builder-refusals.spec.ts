import { expectAccessible } from "../support/e2e-axe";
import type { DraftWorld } from "../support/e2e-drafts";
import { loadDrafts } from "../support/e2e-load-world";
import { cellOf, expectSaved, expectTrouble, goToDraft, lineOf, openDraft } from "./draft-steps";
import { expect, test } from "./fixtures";

const [pumps, breathing, walk] = ["Ankle pumps", "Belly breathing", "Short walk"];
const tenMegabytes = 10 * 1024 * 1024;

let world: DraftWorld;
let used = 0;
const nextPatient = () => world.patients[used++]?.patientId ?? "";

test.describe.configure({ mode: "default", timeout: 150_000 });
test.beforeAll(async () => {
  world = await loadDrafts(4);
});

test("a dosage out of range or of the wrong kind stays in its cell with its error, and is not saved", async ({
  visits,
}) => {
  const page = await openDraft(visits, world, "first", nextPatient());
  const sign = page.getByRole("button", { name: "Review and sign" });
  const dose = cellOf(page, "Dose", pumps);
  const before = await dose.inputValue();

  await test.step("out of range", async () => {
    await dose.fill("99 × 5");
    await expect(dose).toHaveAttribute("aria-invalid", "true");
    await expect(dose).toHaveAccessibleDescription(/“99 × 5” is not saved\. .*1–20 × 1–200/);
    await expect(dose).toHaveValue("99 × 5");
  });

  await test.step("of the wrong kind", async () => {
    const timed = cellOf(page, "Dose", walk);
    await timed.fill("2 × 8");
    await expect(timed).toHaveAccessibleDescription(/This exercise is timed: type minutes/);
    await cellOf(page, "A day", breathing).fill("30");
    await expect(cellOf(page, "A day", breathing)).toHaveAccessibleDescription(/Type times a day, 1–24\./);
    await expectAccessible(page, "the builder with values that are not saved", "#builder-library");
  });

  await test.step("nothing of it is signed: the button says why, and leads there", async () => {
    await expect(sign).toBeDisabled();
    await expect(sign).toHaveAccessibleDescription("3 values are not saved.");
    await lineOf(page, breathing).focus();
    await page.getByRole("button", { name: "Go to the value not saved" }).click();
    await expect(lineOf(page, walk).or(lineOf(page, pumps)).and(page.locator(":focus"))).toBeVisible();
  });

  await test.step("Escape restores what stood there; a line taken away takes its error along", async () => {
    await dose.press("Escape");
    await expect(dose).toHaveValue(before);
    await cellOf(page, "A day", breathing).press("Escape");
    await expect(sign).toHaveAccessibleDescription("1 value is not saved.");
    await lineOf(page, walk).focus();
    await page.keyboard.press("Delete");
    await expect(sign).toBeEnabled();
    await expectSaved(page);
  });

  await test.step("half of a number too long does not stay behind in the inspector either", async () => {
    await dose.focus();
    const reps = page.getByLabel("Reps", { exact: true });
    const stood = await reps.inputValue();
    await reps.fill("");
    await reps.pressSequentially("5000");
    await expect(reps).toHaveAccessibleDescription(/Reps: out of range\. Not saved\./);
    await expect(dose).toHaveValue(before);
    await cellOf(page, "Dose", breathing).focus();
    await dose.focus();
    await expect(reps).toHaveValue("5000");
    await reps.press("Escape");
    await expect(reps).toHaveValue(stood);
  });
});

test("an override without a written reason is not signed", async ({ visits }) => {
  const page = await openDraft(visits, world, "first", nextPatient());
  const sign = page.getByRole("button", { name: "Review and sign" });
  await cellOf(page, "Dose", pumps).fill("9 × 15");
  const reason = page.getByLabel(`Reason for the override: ${pumps}`);
  await expect(reason).toHaveAccessibleDescription(/An override is signed only with a written reason\./);
  await expect(sign).toHaveAccessibleDescription("1 override needs its reason.");
  await reason.fill("    ");
  await expect(sign).toBeDisabled();
  await expect(sign).toHaveAccessibleDescription("1 override needs its reason.");
  await expectAccessible(page, "the builder with an override that has no reason", "#builder-library");
  await page.getByRole("button", { name: "Go to the override" }).click();
  await expect(lineOf(page, pumps)).toBeFocused();
  await reason.fill("Examined today, no swelling.");
  await expect(sign).toBeEnabled();
});

test("what the library lacks is refused at its line, and everything else is kept", async ({ visits }) => {
  visits.watch.expect(/422/);
  const page = await openDraft(visits, world, "first", nextPatient());
  await page.route(/\/api\/drafts(\?quiet)?$/, async (route) => {
    const sent = route.request().postData() ?? "";
    await route.continue({ postData: sent.replace(/"exercise":"[^"]*walk[^"]*"/, '"exercise":"no-such-exercise"') });
  });
  await cellOf(page, "Dose", pumps).fill("2 × 9");
  await expect(page.getByText("· not saved: a value cannot be taken.")).toBeVisible();
  await expect(lineOf(page, walk).getByText("Exercise is not saved: not in the library.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Review and sign" })).toHaveAccessibleDescription(
    "1 value is not saved.",
  );
  await expectAccessible(page, "the builder with a line that was refused", "#builder-library");
  await page.unroute(/\/api\/drafts(\?quiet)?$/);
  await lineOf(page, walk).focus();
  await page.keyboard.press("Delete");
  await expectSaved(page);
  await expect(cellOf(page, "Dose", pumps)).toHaveValue(/^2\s×\s9$/);
});

test("ten megabytes of note: refused at the field, and by the server for everybody else", async ({
  visits,
  baseURL,
}) => {
  expectTrouble(visits);
  const patientId = nextPatient();
  const page = await openDraft(visits, world, "first", patientId);
  const note = page.getByLabel("Note to the patient, in English");
  await cellOf(page, "Dose", pumps).focus();
  await note.focus();
  await page.keyboard.insertText("x".repeat(tenMegabytes));
  await expect(note).toHaveAttribute("aria-invalid", "true");
  await expect(note).toHaveAccessibleDescription(/too long/);
  await expect(page.getByRole("button", { name: "Review and sign" })).toBeDisabled();
  await note.fill("Slowly.");
  await expect(page.getByRole("button", { name: "Review and sign" })).toBeEnabled();
  await expectSaved(page);
  const answer = await page.request.put("/api/drafts", {
    headers: { origin: baseURL ?? "", "content-type": "application/json" },
    data: JSON.stringify({ lines: "x".repeat(tenMegabytes) }),
  });
  expect(answer.status()).toBe(413);
  await goToDraft(page, patientId);
  await cellOf(page, "Dose", pumps).focus();
  await expect(note).toHaveValue("Slowly.");
});
