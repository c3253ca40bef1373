import { expectAccessible } from "../support/e2e-axe";
import { loadEnd } from "../support/e2e-load-world";
import { desktop, expect, phone, test } from "./fixtures";
import { choose, pressOn, typeInto } from "./keyboard-steps";
import { dayAgo, putSession } from "./steps";

const advice = "Keep walking every day. Call us when new pain comes.";

const story = "discharged with a summary, read by the patient; the next episode carries over what stood";

test(story, { tag: "@desktop" }, async ({ visits }) => {
  test.setTimeout(120_000);
  const { patientId, password, cookies } = await loadEnd();
  const therapist = await visits.arrive("therapist", desktop);
  await putSession(therapist, cookies.therapist);
  const own = await visits.arrive("own", phone);
  await putSession(own, cookies.own);

  await test.step("by keyboard: without a reason nothing is signed, and nothing that was typed is lost", async () => {
    await therapist.goto(`/patients/${patientId}/episode`);
    await therapist.getByRole("link", { name: "End this episode" }).click();
    await expect(therapist.getByText("Not signed yet")).toBeVisible();
    await choose(therapist, therapist.getByRole("radio", { name: "Discharged" }));
    await typeInto(therapist, therapist.getByLabel("What the patient reads"), advice);
    const sign = therapist.getByRole("button", { name: /^End the episode and sign as/ });
    await pressOn(therapist, sign, "Enter");
    const alert = therapist.getByRole("alert").first();
    await expect(alert).toContainText("Reason, for the record: needed");
    await expect(alert).toBeFocused();
    await expect(therapist.getByLabel("Reason, for the record")).toHaveAttribute("aria-invalid", "true");
    await expect(therapist.getByLabel("What the patient reads")).toHaveValue(advice);
    await expect(therapist.getByRole("radio", { name: "Discharged" })).toBeChecked();
    await expectAccessible(therapist, "the end of an episode with errors");
    await typeInto(therapist, therapist.getByLabel("Reason, for the record"), "Goals met; back at work.");
    await typeInto(therapist, therapist.getByLabel("Your password"), password);
    await pressOn(therapist, sign, "Enter");
  });

  await test.step("the signed summary says by whom, and its signature holds", async () => {
    await therapist.waitForURL(/\/episode\/summary\//);
    await expect(therapist.getByText(/^Discharged, signed by Robin Plover, PT/)).toBeVisible();
    await expect(therapist.getByText("Reached phase 6 of 6.")).toBeVisible();
    await therapist.getByRole("button", { name: "Verify the signature" }).click();
    await expect(therapist.getByText("The signature holds.")).toBeVisible();
    await expectAccessible(therapist, "the signed summary");
  });

  await test.step("the patient reads that it is over, what to do now, and the summary in either language", async () => {
    await own.goto("/my/program");
    await expect(own.getByRole("heading", { name: "Your treatment here is done" })).toBeVisible();
    await expect(own.getByText(advice)).toBeVisible();
    await expectAccessible(own, "the patient's program after the end");
    await own.getByRole("link", { name: "Read my summary" }).click();
    await expect(own.getByText("You reached step 6 of 6.")).toBeVisible();
    await own.getByRole("button", { name: "Español" }).click();
    await expect(own.getByText("Llegó al paso 6 de 6.")).toBeVisible();
    await expect(own.getByText("Goals met", { exact: false })).toHaveCount(0);
    await expectAccessible(own, "the patient's summary in Spanish");
  });

  await test.step("the next episode begins with what stood and a draft; what happened tells both", async () => {
    await therapist.goto(`/patients/${patientId}/phase`);
    await expect(therapist.getByText(/^This episode ended on .*: discharged\.$/)).toBeVisible();
    await therapist.getByRole("link", { name: "New episode" }).click();
    await expect(therapist.getByRole("checkbox", { name: "No twisting" })).toBeChecked();
    await therapist.getByRole("radio", { name: "Fusion", exact: true }).check();
    await therapist.getByRole("radio", { name: "Lumbar", exact: true }).check();
    await therapist.getByRole("checkbox", { name: "L3–L4" }).check();
    await therapist.getByLabel("Technique").fill("TLIF");
    await therapist.getByLabel("Procedure date").fill(dayAgo(3));
    await expectAccessible(therapist, "a new episode");
    await therapist.getByRole("button", { name: "Open the episode and draft the program" }).click();
    await therapist.waitForURL(/\/program$/);
    await expect(therapist.getByRole("button", { name: "Review and sign" })).toBeVisible();
    await therapist.goto(`/patients/${patientId}/overview`);
    await expect(therapist.getByRole("link", { name: "New episode opened" })).toBeVisible();
    await expect(therapist.getByRole("link", { name: "Episode ended: discharged" })).toBeVisible();
    await expect(therapist.getByText("No twisting").first()).toBeVisible();
  });

  await test.step("the patient keeps the old summary beside the new beginning", async () => {
    await own.goto("/my/program");
    await expect(own.getByRole("heading", { name: "Tratamiento anterior" })).toBeVisible();
  });
});
