import { demoPassword } from "@/lib/access/demo-password";
import { FirstTimeUser } from "../support/e2e-interactions";
import { expect, test } from "./fixtures";
import { dayAgo, newPatient } from "./steps";

test("from an empty form to a signed program in 15 interactions and a minute @desktop", async ({ visits }) => {
  test.setTimeout(90_000);
  const patient = newPatient("Sage");
  const page = await visits.enter("Priya Sandpiper");
  await page.goto("/patients/new");
  await expect(page.getByRole("heading", { level: 1, name: "New patient" })).toBeVisible();
  const user = new FirstTimeUser();

  await test.step("given who the patient is and what was done", async () => {
    await user.fill(page.getByLabel("Given name"), patient.givenName);
    await user.fill(page.getByLabel("Family name"), patient.familyName);
    await user.fill(page.getByLabel("Record number (MRN)"), patient.mrn);
    await user.fill(page.getByLabel("Birth date"), "1971-04-05");
    await user.check(page.getByRole("radio", { name: "Fusion", exact: true }));
    await user.check(page.getByRole("radio", { name: "Lumbar", exact: true }));
    await user.check(page.getByRole("checkbox", { name: "L4–L5" }));
    await user.fill(page.getByLabel("Technique"), "TLIF");
    await user.fill(page.getByLabel("Procedure date"), dayAgo(5));
    await user.choose(page.getByLabel("Surgeon", { exact: true }), "Dr. Elias Kingfisher");
  });

  await test.step("when the suggested protocol is taken as it is, and signed", async () => {
    await expect(page.getByLabel("Sign-in name")).toHaveValue(
      `${patient.givenName}.${patient.familyName}`.toLowerCase(),
    );
    await user.click(page.getByRole("button", { name: "Create the patient and draft the program" }));
    await user.click(page.getByRole("link", { name: "Go to the program" }));
    await expect(page.getByRole("heading", { name: "Revision 1, draft" })).toBeVisible();
    await user.click(page.getByRole("button", { name: "Review and sign" }));
    await user.fill(page.getByLabel("Your password, again"), demoPassword);
    await user.click(page.getByRole("button", { name: /^Sign as/ }));
    await expect(page.getByText("Revision 1 is in force")).toBeVisible();
  });

  const { interactions, seconds, machine } = user.tally();
  const pace = `${seconds.toFixed(0)} seconds at a first-time pace, ${machine.toFixed(1)} of them the product's`;
  process.stdout.write(`  from an empty form to a signed program: ${String(interactions)} interactions, ${pace}\n`);
  expect(interactions).toBeLessThanOrEqual(15);
  expect(seconds).toBeLessThanOrEqual(60);
});
