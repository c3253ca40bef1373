import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { addAlternative, chooseForLine, namesInPhase } from "./builder-steps";
import { answerSigns, expectShort, quietCheckIn, type QuietPart } from "./check-in-steps";
import { cellOf, expectSaved, lineOf } from "./draft-steps";
import { doExercise } from "./exercise-steps";
import { desktop, enterAs, expect, phone, test } from "./fixtures";
import { fillAdmission, newPatient, readHandOver, reviewDraft, signDraft, signIn } from "./steps";

const [ankle, circles, logRoll] = ["Ankle pumps", "Ankle circles", "Log roll in and out of bed"] as const;
const patient = newPatient("Saffron");
const name = `${patient.givenName} ${patient.familyName}`;

test.describe.configure({ mode: "default" });

test("the main job, from the first visit to a warning sign and back", async ({ visits }) => {
  test.setTimeout(240_000);
  const therapist = await visits.arrive("Priya", desktop);
  const surgeon = await visits.arrive("Elias", desktop);
  const own = await visits.arrive("patient", phone);
  let address = "";
  let handed = { signInName: "", password: "" };
  const quietDay: QuietPart[] = [];

  await test.step("the therapist admits a patient; the protocol that fits is chosen with its reason", async () => {
    await enterAs(therapist, "Priya Sandpiper");
    await expect(therapist.getByRole("heading", { level: 1, name: "Worklist" })).toBeVisible();
    await therapist.getByRole("link", { name: "New patient" }).click();
    await fillAdmission(therapist, patient, 5);
    const chosen = therapist
      .getByRole("group", { name: "Protocol" })
      .or(therapist.getByRole("radiogroup", { name: "Protocol" }));
    await expect(chosen.getByRole("radio").first()).toBeChecked();
    await expect(chosen).toContainText("TLIF");
    await therapist.getByRole("button", { name: "Create the patient and draft the program" }).click();
    await expect(therapist.getByRole("heading", { name: `${patient.givenName} is admitted` })).toBeVisible();
    await expectAccessible(therapist, "the hand-over card");
    handed = await readHandOver(therapist);
    await therapist.getByRole("link", { name: "Go to the program" }).click();
    await therapist.waitForURL(/\/program$/);
    address = new URL(therapist.url()).pathname.replace(/\/program$/, "");
  });

  await test.step("the starting selection is edited: a finding beside the line, removed with its cause", async () => {
    await expect(therapist.getByRole("heading", { name: "Revision 1, draft" })).toBeVisible();
    const line = lineOf(therapist, ankle);
    const dose = cellOf(therapist, "Dose", ankle);
    const usual = await dose.inputValue();
    await expect(line.getByText("Caution:")).toHaveCount(0);
    await dose.fill("2 × 20");
    await expect(line.getByText("Caution:")).toBeVisible();
    await expectAccessible(therapist, "the builder with a finding");
    await dose.fill(usual);
    await expect(line.getByText("Caution:")).toHaveCount(0);
    await addAlternative(therapist, circles, 1);
    const place = (await namesInPhase(therapist)).indexOf(circles);
    await chooseForLine(therapist, circles, "Move up");
    await expect.poll(() => namesInPhase(therapist).then((names) => names.indexOf(circles))).toBe(place - 1);
    await chooseForLine(therapist, logRoll, "Remove");
    await expect(lineOf(therapist, logRoll)).toHaveCount(0);
    await expectSaved(therapist);
  });

  await test.step("signing asks the surgeon for what the program waits for", async () => {
    await reviewDraft(therapist);
    await expect(therapist.getByRole("checkbox", { name: /^Program start/ })).toBeChecked();
    await expect(therapist.getByText(/sees no exercise yet of phase 1\./)).toBeVisible();
    await expectAccessible(therapist, "the signature");
    await therapist.getByLabel("Your password, again").fill("not the password");
    await therapist.getByRole("button", { name: /^Sign as Priya/ }).click();
    await expect(therapist.getByRole("alert", { name: /to fix$/ })).toBeFocused();
    await therapist.getByLabel("Question with the request").fill("Wound dry, walks alone. May the program start?");
    await therapist.getByLabel("Your password, again").fill(demoPassword);
    await therapist.getByRole("button", { name: /^Sign as Priya/ }).click();
    await therapist.waitForURL(/\/program$/);
    await expect(therapist.getByText("Revision 1 is in force")).toBeVisible();
  });

  await test.step("before the grant the patient sees no exercise, but what it waits for", async () => {
    await signIn(own, handed.signInName, handed.password);
    await expect(own.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await expect(own.getByText("No exercises today")).toBeVisible();
    await expect(own.getByText("Start your exercises", { exact: true })).toBeVisible();
    await expect(own.getByText("Dr. Elias Kingfisher decides.")).toBeVisible();
    await expect(own.getByText(ankle)).toHaveCount(0);
    await expectAccessible(own, "Today before the grant");
  });

  await test.step("the surgeon grants it with a signature", async () => {
    await enterAs(surgeon, "Dr. Elias Kingfisher");
    await expect(surgeon.getByRole("heading", { level: 1, name: "Clearances" })).toBeVisible();
    await surgeon
      .getByRole("list", { name: "Clearances" })
      .getByRole("link", { name: new RegExp(name) })
      .click();
    await expect(surgeon.getByText("“Wound dry, walks alone. May the program start?”")).toBeVisible();
    await surgeon.getByRole("radio", { name: /^Grant(?! with)/ }).check();
    await surgeon.getByLabel("Password").fill(demoPassword);
    await expectAccessible(surgeon, "the inbox with a decision");
    await surgeon.getByRole("button", { name: /^Sign as Dr\. Elias/ }).click();
    await expect(surgeon.getByText("Granted", { exact: true }).first()).toBeVisible();
  });

  await test.step("now the exercises are there; the check-in asks for every answer", async () => {
    await own.reload();
    await expect(own.getByText(ankle)).toBeVisible();
    await own.getByRole("link", { name: "Check in", exact: true }).click();
    await expect(own.getByText("Screen 1 of")).toBeVisible();
    await own.getByRole("button", { name: "Continue" }).click();
    await expect(own).toHaveTitle(/^Error:/);
    await expect(own.getByRole("radiogroup")).toHaveAttribute("aria-invalid", "true");
    await expect.poll(() => own.evaluate(() => document.activeElement?.tagName ?? "BODY")).not.toBe("BODY");
    await expectAccessible(own, "the check-in with an error");
    await own.goto("/my/today");
    quietDay.push(await quietCheckIn(own, 3, own.getByRole("link", { name: "Check in", exact: true })));
    await expectAccessible(own, "the answer");
  });

  await test.step("an exercise is done and the answers after it are given", async () => {
    await own.getByRole("link", { name: "Go to your exercises" }).click();
    await own.getByRole("link", { name: new RegExp(`^${ankle}`) }).click();
    await doExercise(own, ankle);
    quietDay.push(await quietCheckIn(own, 3, own.getByRole("link", { name: "Tell us how it went" })));
    await own.getByRole("link", { name: "Back to today" }).click();
    await expect(own.getByText(/^We will ask you again (at about|tomorrow)/)).toBeVisible();
    await own.goto("/my/today/check-in?stage=follow-up");
    quietDay.push(await quietCheckIn(own, 2));
    expectShort(quietDay);
    await own.goto("/my/progress");
    await expect(own.getByRole("heading", { level: 1, name: "My progress" })).toBeVisible();
    await expect(own.getByRole("img").first()).toBeVisible();
    await own.getByText("As a table").click();
    await expect(own.getByRole("table").first()).toBeVisible();
    await expectAccessible(own, "My progress");
  });

  await test.step("the therapist sees check-in and chart", async () => {
    await therapist.goto(`${address}/overview`);
    await expect(therapist.getByRole("img", { name: /^Pain from week/ })).toBeVisible();
    await therapist.getByRole("link", { name: "Check-ins", exact: true }).click();
    await expect(therapist.getByRole("cell", { name: "Before", exact: true })).toBeVisible();
  });

  await test.step("the patient asks whether they may drive; the therapist asks the surgeon for them", async () => {
    await own.goto("/my/allowed");
    await own.getByRole("link", { name: "Ask about something else" }).click();
    await own.getByLabel("What is it about?").selectOption({ label: "Drive a car" });
    await own.getByLabel("Your question").fill("May I drive to the shop?");
    await own.getByRole("button", { name: "Send question" }).click();
    await expect(own.getByText(/Priya Sandpiper will answer you\.$/)).toBeVisible();
    await therapist.goto(`${address}/clearances`);
    const questions = therapist.locator("#questions");
    await expect(questions.getByText("“May I drive to the shop?”")).toBeVisible();
    await questions.getByText("Ask for a decision", { exact: true }).click();
    await expectAccessible(therapist, "a patient's question");
    await questions.getByRole("button", { name: "Ask for clearance" }).click();
    await expect(questions.getByText("Asked. The patient reads that it waits for a decision.")).toBeVisible();
    await own.reload();
    await expect(own.getByText(/^Priya Sandpiper asked Dr\. Elias Kingfisher on .+\. We will tell you\.$/)).toHaveCount(
      2,
    );
    await expectAccessible(own, "what is allowed, with a question");
  });

  await test.step("a warning sign is an emergency: what to do at once, the program suspended", async () => {
    await therapist.goto("/worklist");
    await own.goto("/my/today/check-in");
    await own.getByRole("radio", { name: /^3$/ }).check();
    await own.getByRole("button", { name: "Continue" }).click();
    await answerSigns(own, "New: I cannot pass urine");
    await expect(own.getByRole("heading", { level: 1, name: "Go to the emergency room now" })).toBeVisible();
    const alert = therapist.getByRole("button", { name: `Alert of ${name}` });
    await expect(alert, "an open worklist shows it within a second, untouched").toBeVisible({ timeout: 1000 });
    await expect(own.getByRole("link", { name: "Call 911" })).toHaveAttribute("href", "tel:911");
    await expect(own.getByRole("link", { name: /Call the spine clinic/ })).toHaveAttribute("href", /^tel:\d+/);
    await expectAccessible(own, "the emergency");
    await own.goto("/my/today");
    await expect(own.getByText("Your exercises are stopped.")).toBeVisible();
    await expect(own.getByText(ankle)).toHaveCount(0);
    await expectAccessible(own, "Today suspended");
  });

  await test.step("the therapist acknowledges and resolves the alert", async () => {
    await therapist.goto("/worklist");
    const search = therapist.getByRole("searchbox", { name: "Search patients by name or record number" });
    await search.fill(patient.mrn);
    await search.press("Enter");
    await expect(therapist.getByText(`1 matches “${patient.mrn}”`)).toBeVisible();
    expect(new URL(therapist.url()).search, "no record number in an address").toBe("");
    await expect(therapist.getByText("Suspended").first()).toBeVisible();
    const alert = therapist.getByRole("button", { name: `Alert of ${name}` });
    if ((await alert.getAttribute("aria-expanded")) === "false") await alert.click();
    await therapist.getByRole("button", { name: "Acknowledge" }).click();
    await expect(therapist.getByText(/^Acknowledged by Priya Sandpiper/)).toBeVisible();
    await expectAccessible(therapist, "the worklist with an alert");
    await therapist.getByRole("button", { name: "Resolve with a reason" }).click();
    await therapist.getByLabel("What was found and done").fill("Seen in the emergency room, scan without finding.");
    await therapist.getByRole("button", { name: "Resolve", exact: true }).click();
    // What was decided and put under review is told beside it.
    await therapist.getByRole("button", { name: "Mark as read" }).click();
    await expect(therapist.getByRole("button", { name: `Alert of ${name}` })).toHaveCount(0);
    await therapist.goto(`${address}/overview`);
    await expect(therapist.getByText("A surgeon of the care team lifts a suspension.")).toBeVisible();
  });

  await test.step("the surgeon releases the program", async () => {
    await surgeon.goto(`${address}/overview`);
    await expectAccessible(surgeon, "the overview of a suspended program");
    await surgeon.getByText("Lift the hold").click();
    await surgeon.getByLabel("Why the patient may go on").fill("Examined today, no deficit.");
    await surgeon.getByRole("button", { name: "Lift", exact: true }).click();
    await expect(surgeon.getByRole("heading", { name: "On hold" })).toHaveCount(0);
    await own.reload();
    await expect(own.getByText("Your exercises are stopped.")).toHaveCount(0);
  });

  await test.step("a later change is revision 2; both can be read and verified", async () => {
    await therapist.goto(`${address}/program`);
    await therapist.getByRole("button", { name: "Change the program" }).click();
    await expect(therapist.getByRole("heading", { name: "Revision 2, draft" })).toBeVisible();
    await cellOf(therapist, "Dose", ankle).fill("2 × 10");
    await signDraft(therapist);
    await expect(therapist.getByText("Revision 2 is in force")).toBeVisible();
    await therapist.goto(`${address}/program/compare?from=1&to=2`);
    await expect(therapist.getByText("Differs: Dose")).toBeVisible();
    await expectAccessible(therapist, "two revisions side by side");
    await therapist
      .getByRole("link", { name: `Explain ${ankle}` })
      .first()
      .click();
    await expect(therapist.getByRole("heading", { name: ankle })).toBeVisible();
    await expect(therapist.getByText("Verified: nothing was changed after the signature")).toBeVisible();
    await expectAccessible(therapist, "why a line is as it is");
    await therapist.goto(`${address}/program`);
    for (const number of [2, 1]) {
      await therapist.getByRole("link", { name: new RegExp(`^Revision ${number}`) }).click();
      await expect(therapist.getByText("Verified: nothing was changed after the signature")).toBeVisible();
      await expectAccessible(therapist, `revision ${number}`);
      await therapist.getByRole("link", { name: "← Program" }).click();
    }
  });

  await test.step("while the start waits for an answer again, the patient reads nothing of the change", async () => {
    await own.goto("/my/today");
    await expect(own.getByText("Start your exercises", { exact: true })).toBeVisible();
    await expect(own.getByRole("heading", { name: /^Your program changed on/ })).toHaveCount(0);
    await expect(own.getByText(ankle)).toHaveCount(0);
  });
});
