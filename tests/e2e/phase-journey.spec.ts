import type { Page } from "@playwright/test";
import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { desktop, enterAs, expect, phone, test } from "./fixtures";
import { dayAgo, signIn } from "./steps";

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
    await therapist.getByLabel("Reason").fill("All criteria met at the visit today.");
    await expectAccessible(therapist, "the phase, ready");
    await advance.click();
    await expect(therapist.getByText("The phase has begun.")).toBeVisible();
    await expect(therapist.getByRole("heading", { name: /^Phase 5:/ })).toBeVisible();
  });

  await test.step("the patient sees the new phase's exercises", async () => {
    expect(before.join()).not.toContain(ofPhase4);
    expect((await exercisesOf(own)).join()).toContain(ofPhase4);
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
