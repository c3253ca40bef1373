import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/e2e-axe";
import type { ClearanceWorld } from "../support/e2e-clearance-world";
import { loadClearance } from "../support/e2e-load-world";
import { answerSigns } from "./check-in-steps";
import { desktop, expect, phone, test } from "./fixtures";
import { choose, pressOn, typeInto } from "./keyboard-steps";
import { dayAgo, putSession } from "./steps";

test.describe.configure({ mode: "default", timeout: 180_000 });

let world: ClearanceWorld;
test.beforeAll(async () => {
  world = await loadClearance();
});

test("asked, asked back, granted with limits, used, under review, revoked", async ({ visits }) => {
  const { line, patientId, cookies } = world;
  const people = { therapist: desktop, surgeon: desktop, own: phone } as const;
  const arrive = async (who: keyof typeof people) => {
    const page = await visits.arrive(who, people[who]);
    await putSession(page, cookies[who]);
    return page;
  };
  const [therapist, surgeon, own] = [await arrive("therapist"), await arrive("surgeon"), await arrive("own")];
  const tab = `/patients/${patientId}/clearances`;

  await test.step("given the line is held back from the patient", async () => {
    await own.goto("/my/today");
    await expect(own.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await expect(own.getByText(line.name, { exact: true })).toHaveCount(0);
  });

  await test.step("the therapist asks; a blank question is named at its field", async () => {
    await therapist.goto(`${tab}#ask-hydrotherapy`);
    await pressOn(therapist, therapist.getByRole("button", { name: "Ask for clearance" }), "Enter");
    await expect(therapist.getByRole("alert").first()).toBeFocused();
    await typeInto(
      therapist,
      therapist.getByLabel("Question", { exact: true }),
      "Walks half an hour without pain. May it begin?",
    );
    await pressOn(therapist, therapist.getByRole("button", { name: "Ask for clearance" }), "Enter");
    await expect(therapist.getByText("Asked. It waits for the surgeon.")).toBeVisible();
  });

  await test.step("the surgeon asks back, by keyboard alone", async () => {
    await surgeon.goto("/clearances");
    await expect(surgeon.getByText("“Walks half an hour without pain. May it begin?”")).toBeVisible();
    await decideByKeys(surgeon, "4", { field: "Question to the therapist", words: "How far on stairs?" });
    await expect(own.getByText(line.name, { exact: true })).toHaveCount(0);
  });

  await test.step("the therapist answers by asking again", async () => {
    await therapist.reload();
    await expect(therapist.getByText("“How far on stairs?”").first()).toBeVisible();
    await typeInto(therapist, therapist.getByLabel("Question", { exact: true }), "Three floors, hand on the rail.");
    await pressOn(therapist, therapist.getByRole("button", { name: "Ask for clearance" }), "Enter");
    await expect(therapist.getByText("Asked. It waits for the surgeon.")).toBeVisible();
  });

  await test.step("an end before the beginning is refused at its field; then it is granted with limits", async () => {
    await surgeon.goto("/clearances");
    await expect(surgeon.getByText("“Three floors, hand on the rail.”")).toBeVisible();
    await choose(surgeon, surgeon.getByRole("radio", { name: /^Grant with limits/ }));
    await surgeon.getByLabel("Minutes, up to").fill(String(line.minutes));
    await surgeon.getByLabel(/^Until/).fill(dayAgo(1));
    const reason = surgeon.getByLabel("Reason", { exact: true });
    if ((await reason.count()) > 0) await reason.fill("Healed as expected.");
    await typeInto(surgeon, surgeon.getByLabel("Password"), world.password);
    await pressOn(surgeon, surgeon.getByRole("button", { name: /^Sign as/ }), "Enter");
    await expect(surgeon.getByLabel(/^Until/)).toHaveAttribute("aria-invalid", "true");
    await surgeon.getByLabel(/^Until/).fill(dayAgo(-60));
    await surgeon.getByLabel("Password").fill(world.password);
    await surgeon.getByRole("button", { name: /^Sign as/ }).click();
    await expect(surgeon.getByText("Granted with limits", { exact: true }).first()).toBeVisible();
  });

  await test.step("the patient has it at once, with its limit, and does it", async () => {
    await own.goto("/my/allowed");
    await expect(own.getByText(`Up to ${line.minutes} minutes at a time`).first()).toBeVisible();
    await expectAccessible(own, "what is allowed with a limit");
    await own.goto("/my/today");
    await pressOn(own, own.getByRole("link", { name: new RegExp(`^${line.name}`) }), "Enter");
    await pressOn(own, own.getByRole("button", { name: "Done with this one" }), "Enter");
    await expect(own.getByRole("heading", { level: 1, name: line.name })).toBeHidden();
  });

  await test.step("a warning sign puts it under review: it is closed in the same moment", async () => {
    await own.goto("/my/today/check-in");
    await own.getByRole("radio", { name: /^3$/ }).check();
    await own.getByRole("button", { name: "Continue" }).click();
    await answerSigns(own, "New: I cannot pass urine");
    await expect(own.getByRole("heading", { level: 1, name: "Go to the emergency room now" })).toBeVisible();
    await own.goto("/my/today");
    await expect(own.getByText(line.name, { exact: true })).toHaveCount(0);
    await own.goto("/my/allowed");
    await expect(own.getByText(/looks at it again\. Do not do it for now\./).first()).toBeVisible();
  });

  await test.step("the surgeon revokes it with a reason; the therapist reads it all on the timeline", async () => {
    await surgeon.goto("/clearances");
    const review = surgeon.getByRole("list", { name: /^Under review after a check-in/ });
    await review.getByRole("link").first().click();
    await expect(surgeon.getByText("Under review", { exact: true }).first()).toBeVisible();
    await expectAccessible(surgeon, "a clearance under review");
    await choose(surgeon, surgeon.getByRole("radio", { name: /^Revoke/ }));
    await typeInto(surgeon, surgeon.getByLabel("Reason", { exact: true }), "Seen in the emergency room first.");
    await typeInto(surgeon, surgeon.getByLabel("Password"), world.password);
    await pressOn(surgeon, surgeon.getByRole("button", { name: /^Sign as/ }), "Enter");
    await expect(surgeon.getByText("Revoked", { exact: true }).first()).toBeVisible();
    await therapist.goto(`/patients/${patientId}/overview`);
    await expect(therapist.getByText("Decided about clearances")).toBeVisible();
    const happened = therapist.getByRole("region", { name: "What happened" });
    await expect(happened.getByRole("link", { name: /: Revoked$/ })).toBeVisible();
    await expectAccessible(therapist, "the overview after a revocation");
  });
});

/** Chooses an outcome by its number, writes the words that it needs, and signs, with the keys alone. */
async function decideByKeys(page: Page, key: string, said: { field: string; words: string }): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByLabel(said.field)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await typeInto(page, page.getByLabel(said.field), said.words);
  await typeInto(page, page.getByLabel("Password"), world.password);
  await pressOn(page, page.getByRole("button", { name: /^Sign as/ }), "Enter");
  await expect(page.getByText("Asked back", { exact: true }).first()).toBeVisible();
}
