import type { Locator, Page } from "@playwright/test";
import { demoPassword } from "@/lib/access/demo-password";
import { desktop, expect, phone, test } from "./fixtures";
import { dayAgo, newPatient } from "./steps";

test.describe.configure({ mode: "default" });

const patient = newPatient("Tansy");

test("from the worklist to a signed program, then the patient's check-in, by keyboard alone", async ({ visits }) => {
  test.setTimeout(150_000);
  const page = await visits.arrive("Priya", desktop);
  let handed = { name: "", password: "" };

  await test.step("sign in and open the form", async () => {
    await page.goto("/sign-in");
    await pressOn(page, page.getByRole("button", { name: "Enter: Priya Sandpiper" }), "Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Worklist" })).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.getByRole("heading", { level: 1, name: "New patient" })).toBeVisible();
  });

  await test.step("identity and episode", async () => {
    await typeInto(page, page.getByLabel("Given name"), patient.givenName);
    await typeInto(page, page.getByLabel("Family name"), patient.familyName);
    await typeInto(page, page.getByLabel("Record number (MRN)"), patient.mrn);
    await typeInto(page, page.getByLabel("Birth date"), "04051971");
    await typeInto(page, page.getByLabel("Sign-in name"), patient.signInName);
    await choose(page, page.getByRole("radio", { name: "Fusion", exact: true }));
    await choose(page, page.getByRole("radio", { name: "Lumbar", exact: true }));
    await choose(page, page.getByRole("checkbox", { name: "L4–L5" }));
    await typeInto(page, page.getByLabel("Technique"), "TLIF");
    const [year = "", month = "", day = ""] = dayAgo(5).split("-");
    await typeInto(page, page.getByLabel("Procedure date"), `${month}${day}${year}`);
    await typeInto(page, page.getByLabel("Surgeon", { exact: true }), "Dr. Elias");
    await pressOn(page, page.getByRole("button", { name: "Create the patient and draft the program" }), "Enter");
    await expect(page.getByRole("heading", { name: `${patient.givenName} is admitted` })).toBeVisible();
    const values = page.getByRole("definition");
    handed = { name: await values.nth(0).innerText(), password: await values.nth(1).innerText() };
  });

  await test.step("the program is changed and signed", async () => {
    await pressOn(page, page.getByRole("link", { name: "Go to the program" }), "Enter");
    await expect(page.getByRole("heading", { name: "Revision 1, draft" })).toBeVisible();
    await pressOn(page, page.getByRole("button", { name: "Remove: Belly breathing" }).first(), "Enter");
    await expect(page.getByText("· saved")).toBeVisible();
    await pressOn(page, page.getByRole("button", { name: "Review and sign" }), "Enter");
    await page.waitForURL(/\/program\/sign$/);
    await typeInto(page, page.getByLabel("Your password, again"), demoPassword);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Revision 1 is in force")).toBeVisible();
  });

  const own = await visits.arrive("the patient", phone);
  await test.step("the patient checks in", async () => {
    await own.goto("/sign-in");
    await typeInto(own, own.getByLabel("Sign-in name"), handed.name);
    await typeInto(own, own.getByLabel("Password", { exact: true }), handed.password);
    await own.keyboard.press("Enter");
    await expect(own.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await pressOn(own, own.getByRole("link", { name: "Check in", exact: true }), "Enter");
    await choose(own, own.getByRole("radio", { name: /^2$/ }));
    await pressOn(own, own.getByRole("button", { name: "Continue" }), "Enter");
    for (let screen = 0; screen < 5; screen++) {
      await expect(own.getByRole("heading", { level: 1, name: "Is anything new or different?" })).toBeFocused();
      for (const box of await own.getByRole("checkbox", { name: "None of these" }).all()) await choose(own, box);
      const send = own.getByRole("button", { name: "Send" });
      if ((await send.count()) > 0) {
        await pressOn(own, send, "Enter");
        break;
      }
      const before = await own.getByText(/^Screen \d/).innerText();
      await pressOn(own, own.getByRole("button", { name: "Continue" }), "Enter");
      await expect(own.getByText(before)).toBeHidden();
    }
    await expect(own.getByRole("heading", { level: 1, name: "Thank you. All as expected" })).toBeVisible();
  });
});

/** Presses Tab until the focus is there; what cannot be reached so fails, and so does a focus that nobody can see. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectVisibleFocus(page);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** The focused element, or one around it, shows an outline. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const isShown = await page.evaluate(() => {
    for (let element = document.activeElement; element; element = element.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) return true;
    }
    return false;
  });
  expect(isShown, "the focus can be seen").toBe(true);
}

async function pressOn(page: Page, target: Locator, key: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.type(text);
}

/** A checkbox by Space; a radio by the arrows of its group, into which Tab leads. */
async function choose(page: Page, target: Locator): Promise<void> {
  const name = await target.getAttribute("name");
  const isRadio = (await target.getAttribute("type")) === "radio";
  if (!isRadio) await reach(page, target);
  else {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 250; presses++) {
      const focused = await page.evaluate(() => document.activeElement?.getAttribute("name") ?? null);
      if (focused === name) break;
      await page.keyboard.press("Tab");
    }
    for (let presses = 0; presses < 15; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("ArrowDown");
    }
  }
  if (!(await target.isChecked())) await page.keyboard.press("Space");
  await expect(target).toBeChecked();
}
