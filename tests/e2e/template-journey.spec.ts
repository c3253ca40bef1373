import type { Page } from "@playwright/test";
import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { cellOf, expectSaved } from "./draft-steps";
import { expect, test } from "./fixtures";
import { dayAgo, newPatient, signDraft } from "./steps";

const exercise = "Ankle pumps";

test("a template is begun, published, assigned, published anew, proposed and signed @desktop", async ({ visits }) => {
  test.setTimeout(150_000);
  const page = await visits.enter("Priya Sandpiper");
  const patient = newPatient("Clover");
  const title = `Facet injections ${patient.mrn}`;
  let address = "";

  await test.step("given a draft begun from a shipped protocol and changed in the builder", async () => {
    await page.goto("/templates");
    await expectAccessible(page, "the list of templates");
    await page.getByRole("link", { name: "Begin a template" }).click();
    const from = page.getByLabel("Begin from");
    const facet = await from.getByRole("option", { name: /facet/i }).first().getAttribute("value");
    await from.selectOption(facet);
    await page.getByLabel("Title, English").fill(title);
    await page.getByRole("button", { name: "Begin the draft" }).click();
    await page.waitForURL(/\/templates\/[^/]+\/edit$/);
    address = new URL(page.url()).pathname.replace(/\/edit$/, "");
    await setWeek(page, "4");
    await expectAccessible(page, "the builder of a template");
  });

  await test.step("and its second phase asks for more, at the form that refuses what leaves a gap", async () => {
    await page.getByRole("link", { name: "Phases", exact: true }).click();
    await expectAccessible(page, "the phases of a template");
    await page.getByRole("link", { name: "Edit phase 2" }).click();
    const first = page.getByLabel("First day", { exact: true });
    await page.getByLabel("Walks without a break, at least").fill("15");
    await first.fill("3");
    await page.getByLabel("Move the phases beside it along").uncheck();
    await page.getByRole("button", { name: "Save the phase" }).click();
    await expect(page.getByRole("link", { name: "First day: leaves days after the phase before it" })).toBeVisible();
    await expectAccessible(page, "a phase of a template");
    await first.fill("2");
    await page.getByRole("button", { name: "Save the phase" }).click();
    await expect(page.getByText("Phase 2 is saved in the draft.")).toBeVisible();
  });

  await test.step("when it is published with a note, it is suggested and assigned", async () => {
    await publish(page, address, "Four times a week.");
    await expectAccessible(page, "a template");
    await page.goto("/patients/new");
    await page.getByLabel("Given name").fill(patient.givenName);
    await page.getByLabel("Family name").fill(patient.familyName);
    await page.getByLabel("Record number (MRN)").fill(patient.mrn);
    await page.getByLabel("Birth date").fill("1971-04-05");
    await page.getByLabel("Sign-in name").fill(patient.signInName);
    await page.getByRole("radio", { name: "Injection", exact: true }).check();
    await page.getByRole("radio", { name: "Lumbar", exact: true }).check();
    await page.getByRole("checkbox", { name: "L4–L5" }).check();
    await page.getByLabel("Technique").fill("Medial branch block");
    await page.getByLabel("Procedure date").fill(dayAgo(0));
    await page.getByLabel("Surgeon", { exact: true }).selectOption({ label: "Dr. Elias Kingfisher" });
    await page.getByRole("radio", { name: `${title} (own, version 1)` }).check();
    await page.getByRole("button", { name: "Create the patient and draft the program" }).click();
    await page.getByRole("link", { name: "Go to the program" }).click();
    await expect(cellOf(page, "A week", exercise)).toHaveValue("4");
    await signDraft(page);
  });

  await test.step("then a new version changes nobody's program before it is proposed and signed", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: "Edit: begin the next version" }).click();
    await page.waitForURL(/\/edit$/);
    await setWeek(page, "3");
    await publish(page, address, "Three times a week.");
    const patients = page.getByRole("region", { name: "Patients" });
    await expect(patients.getByText("Version 1", { exact: true })).toBeVisible();
    await patients.getByRole("button", { name: "Propose version 2" }).click();
    await expect(page.getByText("1 draft waits for your signature.")).toBeVisible();
    await page.goto(`${address}/compare`);
    await expect(page.getByText("Differs: A week")).toBeVisible();
    await expectAccessible(page, "two versions of a template");
    await page.goto(address);
    await patients.getByRole("link", { name: patient.familyName }).click();
    await expect(cellOf(page, "A week", exercise)).toHaveValue("3");
    await signDraft(page);
    await page.goto(address);
    await expect(patients.getByText("Version 2 (newest)")).toBeVisible();
  });

  await test.step("and retired, it is assigned to nobody any more", async () => {
    await page.getByText("Retire this template").click();
    await page.getByLabel("Reason").fill("Only for this journey.");
    await page.getByRole("button", { name: "Retire the template" }).click();
    await expect(page.getByText(/^Retired by Priya Sandpiper/)).toBeVisible();
  });
});

async function setWeek(page: Page, times: string): Promise<void> {
  const cell = cellOf(page, "A week", exercise);
  await cell.fill(times);
  await cell.press("Enter");
  await expectSaved(page);
}

async function publish(page: Page, address: string, note: string): Promise<void> {
  await page.goto(`${address}/publish`);
  await expectAccessible(page, "a template that is to be published");
  await page.getByLabel("What is new").fill(note);
  await page.getByLabel("Your password, again").fill(demoPassword);
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await page.waitForURL(new RegExp(`${address}$`));
}
