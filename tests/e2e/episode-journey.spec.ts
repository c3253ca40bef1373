import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { trayOf } from "./builder-steps";
import { desktop, expect, test } from "./fixtures";
import { dayAgo, fillAdmission, newPatient, signDraft } from "./steps";

const patient = newPatient("Tansy");

test("a later timeline and a second protocol reach the builder", async ({ visits }) => {
  test.setTimeout(180_000);
  const therapist = await visits.enter("Priya Sandpiper", desktop);
  const surgeon = await visits.enter("Dr. Elias Kingfisher", desktop);
  let address = "";

  await test.step("a patient is admitted", async () => {
    await therapist.goto("/patients/new");
    await fillAdmission(therapist, patient, 20);
    await therapist.getByRole("button", { name: "Create the patient and draft the program" }).click();
    await therapist.getByRole("link", { name: "Go to the program" }).click();
    await therapist.waitForURL(/\/program$/);
    address = new URL(therapist.url()).pathname.replace(/\/program$/, "");
  });

  await test.step("the surgeon sees what a shift moves before it is saved, and the reason is needed", async () => {
    await surgeon.goto(`${address}/episode`);
    await surgeon.getByRole("checkbox", { name: "Current smoker" }).check();
    await expect(surgeon.getByRole("heading", { name: "Suggestion: 14 to 28 days later" })).toBeVisible();
    await surgeon.getByLabel("Days later").fill("14");
    await expect(surgeon.getByRole("cell", { name: /^day 56/ })).toBeVisible();
    await surgeon.getByRole("button", { name: "Save the timeline" }).click();
    await expect(surgeon.getByRole("alert").first()).toBeFocused();
    await expect(surgeon.getByLabel("Days later")).toHaveValue("14");
    await expectAccessible(surgeon, "the timeline with an error");
    await surgeon.getByLabel("Reason").fill("Smokes a pack a day.");
    await surgeon.getByRole("button", { name: "Save the timeline" }).click();
    await expect(surgeon.getByText("Saved. The rules use it from now on.")).toBeVisible();
    await expect(surgeon.getByText("14 days later from phase 3 on")).toBeVisible();
    await expect(surgeon.getByText("Factors: Current smoker")).toBeVisible();
  });

  await test.step("the therapist reads it, cannot set it, and the builder prints the later day", async () => {
    await therapist.goto(`${address}/episode`);
    await expect(therapist.getByText("A surgeon of the care team sets it.")).toBeVisible();
    await expect(therapist.getByRole("button", { name: "Save the timeline" })).toHaveCount(0);
    await therapist.goto(`${address}/program`);
    const tray = trayOf(therapist);
    await tray.getByRole("button", { name: /^Phase 3,/ }).click();
    await expect(tray.getByText(/^Day 56 \(.*\) at the earliest$/)).toBeVisible();
    await signDraft(therapist);
  });

  await test.step("the surgeon orders what is usual in two clicks, and one that meets signed lines", async () => {
    await surgeon.goto(`${address}/episode`);
    await surgeon.getByText(/^Usual for Lumbar fusion now/).click();
    await surgeon.locator("[name=password-usual]").fill(demoPassword);
    await surgeon.getByRole("button", { name: /^Order these and sign/ }).click();
    await expect(surgeon.getByText(/^Saved\./)).toBeVisible();
    await surgeon.getByText("Order a restriction").click();
    await surgeon.getByLabel("What is restricted").selectOption("lift-limit");
    await surgeon.locator("[name=mass-new]").fill("0");
    await surgeon.locator("[name=password-new]").fill(demoPassword);
    await surgeon.getByRole("button", { name: /^Order and sign/ }).click();
    await expect(surgeon.getByRole("alert").first()).toContainText("At most: out of range");
    await expectAccessible(surgeon, "restrictions with an error");
    await surgeon.getByLabel("What is restricted").selectOption("no-lifting");
    await surgeon.locator("[name=password-new]").fill(demoPassword);
    await surgeon.getByRole("button", { name: /^Order and sign/ }).click();
    await expect(surgeon.getByText(/^Saved\. .* met:/)).toBeVisible();
    await surgeon.getByRole("button", { name: "Verify the signature: No lifting" }).click();
    await expect(surgeon.getByText("The signature holds.")).toBeVisible();
  });

  await test.step("the therapist is told, and a draft without those lines waits", async () => {
    await therapist.goto(`${address}/overview`);
    await expect(therapist.getByText("Restrictions were ordered or changed")).toBeVisible();
    await therapist.goto(`${address}/program`);
    await expect(therapist.getByText(/^Drafted because restrictions were ordered:.*No lifting/)).toBeVisible();
  });

  await test.step("a second protocol closes a line, and the finding names it", async () => {
    await therapist.goto(`${address}/episode`);
    await therapist.getByText("Add a second protocol").click();
    await therapist.getByLabel("Protocol", { exact: true }).selectOption("lumbar-discectomy");
    await therapist.getByLabel("Its days count from").fill(dayAgo(0));
    await therapist.getByLabel("Why both").fill("A disc was removed today.");
    await therapist.getByRole("button", { name: "Add", exact: true }).click();
    await expect(therapist.getByText(/Saved\. .* met:/)).toBeVisible();
    await expect(therapist.getByText("Closed for the patient").first()).toBeVisible();
    await expect(therapist.getByText(/of Lumbar discectomy/).first()).toBeVisible();
    await expectAccessible(therapist, "an episode with two protocols");
    await therapist.goto(`${address}/program`);
    await expect(therapist.getByText(/of Lumbar discectomy/).first()).toBeAttached({ timeout: 30_000 });
  });
});

test("without JavaScript the surgeon sees what moves, and saves it", async ({ visits }) => {
  const signedIn = await visits.enter("Dr. Elias Kingfisher", desktop);
  await signedIn.goto("/worklist");
  const overview = await signedIn.getByRole("link", { name: "Marigold Thistlewood" }).getAttribute("href");
  const state = await signedIn.context().storageState();
  const page = await visits.arrive("without JavaScript", { javaScriptEnabled: false, storageState: state });
  await page.goto((overview ?? "").replace("overview", "episode"));
  await page.getByLabel("Days later").fill("21");
  await page.getByRole("button", { name: "Show what moves" }).click();
  await expect(page.getByRole("cell", { name: /^day 63/ })).toBeVisible();
  await expect(page.getByLabel("Days later")).toHaveValue("21");
  await page.getByRole("button", { name: "Save the timeline" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Reason: needed");
  await expect(page.getByLabel("Days later")).toHaveValue("21");
});
