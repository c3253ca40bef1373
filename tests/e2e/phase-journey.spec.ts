import type { Page } from "@playwright/test";
import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { loadLadder } from "../support/e2e-load-world";
import { desktop, enterAs, expect, phone, test } from "./fixtures";
import { pressOn } from "./keyboard-steps";
import { dayAgo, putSession, signIn } from "./steps";

const name = "Sorrel Meadowsweet";
const walk = "Walks without a break";
const ofPhase4 = "Full front plank";

test("what is missing is recorded, the therapist advances, the patient sees the new phase", async ({ visits }) => {
  test.setTimeout(180_000);
  const therapist = await visits.arrive("Priya", desktop);
  const own = await visits.arrive("Sorrel", phone);
  const unspeaking = { ...desktop, javaScriptEnabled: false };
  let address = "";
  let before: string[] = [];

  await test.step("the worklist flags who is ready", async () => {
    await signIn(own, "sorrel@demo.phasewise.example", demoPassword);
    before = await exercisesOf(own);
    await enterAs(therapist, "Priya Sandpiper");
    await therapist.getByRole("link", { name: /^Ready to advance/ }).click();
    const row = therapist.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText("Ready for phase 4");
    address = ((await row.getByRole("link", { name }).getAttribute("href")) ?? "").replace(/\/overview$/, "/phase");
    await therapist.goto(address);
    await expect(therapist.getByText("Ready.", { exact: true })).toBeVisible();
  });

  await test.step("a shorter walk is recorded without JavaScript: the phase is closed again, and says why", async () => {
    const storageState = await therapist.context().storageState();
    const plain = await visits.arrive("Priya without JavaScript", { ...unspeaking, storageState });
    await plain.goto(address);
    const form = await opened(plain);
    await form.getByLabel("Result").fill("20");
    await form.getByLabel("Seen on").fill(dayAgo(-1));
    await form.getByRole("button", { name: "Record this" }).click();
    await expect(plain.getByRole("alert")).toContainText("Seen on: dated in the future");
    await expect(form.getByLabel("Result")).toHaveValue("20");
    await form.getByLabel("Seen on").fill(dayAgo(0));
    await form.getByRole("button", { name: "Record this" }).click();
    await expect(plain.getByText("Not ready:").first()).toBeVisible();
    await expect(rowOf(plain)).toContainText("Unmet");
  });

  await test.step("the button says how many criteria are left, and does nothing", async () => {
    await therapist.reload();
    const closed = therapist.getByRole("button", { name: "Advance to phase 4: 1 criterion left" });
    await expect(closed).toHaveAttribute("aria-disabled", "true");
    await expect(closed).toHaveAccessibleDescription(`Missing: ${walk}.`);
    await expectAccessible(therapist, "the phase, not ready");
  });

  await test.step("what is missing is recorded in its row; a mistake is named", async () => {
    const form = await opened(therapist);
    await form.getByLabel("Result").fill("a lot");
    await form.getByRole("button", { name: "Record this" }).click();
    await expect(therapist).toHaveTitle(/^Error:/);
    await expect(therapist.getByRole("alert").first()).toBeFocused();
    await expectAccessible(therapist, "the phase with an error");
    await form.getByLabel("Result").fill("45");
    await form.getByLabel("Note").fill("River path and back.");
    await form.getByRole("button", { name: "Record this" }).click();
    await expect(rowOf(therapist)).toContainText("River path and back.");
    await expect(rowOf(therapist)).toContainText("Met");
  });

  await test.step("advancing asks for the reason, and begins the phase", async () => {
    const advance = therapist.getByRole("button", { name: "Advance to phase 4", exact: true });
    await advance.click();
    await expect(therapist.getByRole("alert").first()).toContainText("Reason: needed");
    const decision = therapist.getByRole("form", { name: "Advance to phase 4" });
    await decision.getByLabel("Reason").fill("All criteria met at the visit today.");
    await expectAccessible(therapist, "the phase, ready");
    await advance.click();
    await expect(therapist.getByText("The phase has begun.")).toBeVisible();
    await expect(therapist.getByRole("table", { name: "Criteria for phase 5" })).toBeVisible();
  });

  await test.step("the patient sees the new phase's exercises", async () => {
    expect(before.join()).not.toContain(ofPhase4);
    expect((await exercisesOf(own)).join()).toContain(ofPhase4);
  });
});

test("to the last phase with evidence; held, stepped back, completed; a suspension of 14 days ends in a phase", async ({
  visits,
}) => {
  test.setTimeout(180_000);
  const { patientId, suspendedId, cookies } = await loadLadder();
  const arrive = async (who: keyof typeof cookies) => {
    const page = await visits.arrive(who, who === "own" ? phone : desktop);
    await putSession(page, cookies[who]);
    return page;
  };
  const [therapist, surgeon, own] = [await arrive("therapist"), await arrive("surgeon"), await arrive("own")];
  const ladder = `/patients/${patientId}/phase`;

  await test.step("what lacks is recorded by who may: confirmations by the therapist, imaging by the surgeon", async () => {
    await therapist.goto(ladder);
    await expect(therapist.getByRole("button", { name: "Advance to phase 6: 3 criteria left" })).toBeVisible();
    for (const criterion of [/^Near-complete pain relief/, /^Surgeon clears each sport/]) {
      const row = therapist.getByRole("row").filter({ hasText: criterion });
      await pressOn(therapist, row.locator("summary"), "Enter");
      await pressOn(therapist, row.getByRole("radio", { name: "Confirmed" }), "Space");
      await pressOn(therapist, row.getByRole("button", { name: "Record this" }), "Enter");
      await expect(row.getByText("Recorded.", { exact: false })).toBeVisible();
    }
    await expect(therapist.getByText("A surgeon of the care team records this from imaging.")).toBeVisible();
    await surgeon.goto(ladder);
    const imaging = surgeon.getByRole("row").filter({ hasText: "Fusion on imaging" });
    await imaging.getByText("Record", { exact: false }).first().click();
    await imaging.getByRole("radio", { name: "Solid" }).check();
    await imaging.getByRole("button", { name: "Record this" }).click();
    await expect(surgeon.getByText("Ready.", { exact: true })).toBeVisible();
  });

  await test.step("the last phase begins", async () => {
    await therapist.reload();
    const decision = therapist.getByRole("form", { name: "Advance to phase 6" });
    await decision.getByLabel("Reason").fill("All criteria met; cleared for sport.");
    await therapist.getByRole("button", { name: "Advance to phase 6", exact: true }).click();
    await expect(therapist.getByText("The last phase has begun")).toBeVisible();
    expect(await exercisesOf(own)).not.toEqual([]);
  });

  await test.step("the therapist holds the program, lifts the hold and steps back; the patient sees each", async () => {
    await therapist.locator("summary", { hasText: "Hold the program" }).click();
    const hold = therapist.getByRole("form", { name: "Hold the program" });
    await hold.getByRole("button", { name: "Hold the program" }).click();
    await expect(therapist.getByRole("alert").first()).toContainText("Why: choose one");
    await hold.getByRole("radio", { name: "Illness" }).check();
    await hold.getByLabel("What was found").fill("Fever since Sunday.");
    await hold.getByRole("button", { name: "Hold the program" }).click();
    await expect(therapist.getByRole("heading", { name: "On hold" })).toBeVisible();
    await expectAccessible(therapist, "the ladder of a held program");
    expect(await exercisesOf(own)).toEqual([]);
    await expect(own.getByText("decided this because you are not well.", { exact: false })).toBeVisible();
    await therapist.getByText("Lift the hold").click();
    await therapist.getByLabel("Why the patient may go on").fill("No fever for three days.");
    await therapist.getByRole("button", { name: "Lift", exact: true }).click();
    await expect(therapist.getByRole("heading", { name: "On hold" })).toHaveCount(0);
    const lastPhase = await exercisesOf(own);
    await therapist.locator("summary", { hasText: "Step back" }).click();
    const back = therapist.getByRole("form", { name: "Step back" });
    await back.getByRole("radio", { name: /^Phase 5:/ }).check();
    await back.getByLabel("Reason").fill("Weak after the fever.");
    await back.getByRole("button", { name: "Step back" }).click();
    await expect(therapist.getByText(/^Stepped back .*Weak after the fever/)).toBeVisible();
    expect(await exercisesOf(own)).not.toEqual(lastPhase);
  });

  await test.step("a suspension of 14 days is the surgeon's to lift, in the phase whose criteria are met", async () => {
    await therapist.goto(`/patients/${suspendedId}/phase`);
    await expect(therapist.getByText("A surgeon of the care team lifts a suspension.")).toBeVisible();
    await surgeon.goto(`/patients/${suspendedId}/phase`);
    await expect(surgeon.getByText("On hold for 14 days: choose the phase", { exact: false })).toBeVisible();
    await expect(surgeon.getByRole("radio", { name: /^Phase 1:/ })).toBeChecked();
    await expectAccessible(surgeon, "the ladder after 14 days on hold");
    await surgeon.getByRole("radio", { name: /^Phase 2:/ }).check();
    await surgeon.getByLabel("Why the patient may go on").fill("Examined: strength and sensation normal.");
    await surgeon.getByRole("button", { name: "Lift", exact: true }).click();
    await expect(surgeon.getByRole("alert").first()).toContainText("Why above the proposed phase: needed");
    await surgeon.getByRole("radio", { name: /^Phase 1:/ }).check();
    await surgeon.getByRole("button", { name: "Lift", exact: true }).click();
    await expect(surgeon.getByText(/^Stepped back .*strength and sensation normal/)).toBeVisible();
  });

  await test.step("completed, the program is over for everybody", async () => {
    await therapist.goto(ladder);
    await therapist.locator("summary", { hasText: "Complete the program" }).click();
    const complete = therapist.getByRole("form", { name: "Complete the program" });
    await complete.getByLabel("Reason").fill("Back at work and in the choir.");
    await complete.getByRole("button", { name: "Complete the program" }).click();
    await expect(therapist.getByText("Program completed")).toBeVisible();
    await expect(therapist.getByRole("link", { name: "End this episode" })).toHaveAttribute("href", /\/episode\/end$/);
    await expectAccessible(therapist, "the phase page of a completed program");
    expect(await exercisesOf(own)).toEqual([]);
  });
});

function rowOf(page: Page) {
  return page.getByRole("row").filter({ hasText: walk });
}

async function opened(page: Page) {
  const form = page.getByRole("form", { name: walk });
  if (!(await form.isVisible())) await rowOf(page).getByText("Record", { exact: false }).first().click();
  return form;
}

async function exercisesOf(page: Page): Promise<string[]> {
  await page.goto("/my/today");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  return page.locator("a[href^='/my/today/exercise/']").allInnerTexts();
}
