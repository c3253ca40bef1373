import { demoPassword } from "@/lib/access/demo-password";
import { expectAccessible } from "../support/e2e-axe";
import { cellOf, expectAlive, expectSaved, lineOf } from "./draft-steps";
import { desktop, expect, phone, test } from "./fixtures";
import {
  choose,
  expectVisibleFocus,
  goToLine,
  isFocused,
  order,
  pressOn,
  reach,
  tabInto,
  typeInto,
} from "./keyboard-steps";
import { dayAgo, newPatient } from "./steps";

test.describe.configure({ mode: "default" });

const patient = newPatient("Tansy");
const [pumps, circles] = ["Ankle pumps", "Ankle circles"];

test("from the worklist to a signed program, then the patient's check-in, by keyboard alone", async ({ visits }) => {
  test.setTimeout(150_000);
  const page = await visits.arrive("Priya", desktop);
  let handed = { name: "", password: "" };

  await test.step("sign in and open the form", async () => {
    await page.goto("/sign-in");
    await pressOn(page, page.getByRole("button", { name: "Enter: Priya Sandpiper" }), "Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Worklist" })).toBeVisible();
    // A key that comes before the page listens does nothing, and is pressed again.
    await expect(async () => {
      await page.keyboard.press("n");
      await expect(page.getByRole("heading", { level: 1, name: "New patient" })).toBeVisible({ timeout: 2000 });
    }).toPass();
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

  await test.step("the map of keys is one key away", async () => {
    await pressOn(page, page.getByRole("link", { name: "Go to the program" }), "Enter");
    await expect(page.getByRole("heading", { name: "Revision 1, draft" })).toBeVisible();
    await expectAlive(page);
    await page.keyboard.press("?");
    const map = page.getByRole("dialog", { name: "Keyboard map" });
    await expect(map.getByText("Search the library")).toBeVisible();
    await expectAccessible(page, "the keyboard map");
    await page.keyboard.press("Escape");
    await expect(map).toHaveCount(0);
  });

  await test.step("lines are gone through, their dosage is typed, stepped and restored", async () => {
    await goToLine(page, pumps);
    await expectVisibleFocus(page);
    await page.keyboard.press("e");
    const dose = cellOf(page, "Dose", pumps);
    await expect(dose).toBeFocused();
    await page.keyboard.type("2x9");
    await expect(dose).toHaveValue("2x9");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(dose).toHaveValue(/^2\s×\s9$/);
    await page.keyboard.press("k");
    await expect(lineOf(page, pumps)).toBeFocused();
    await page.keyboard.press("e");
    await page.keyboard.press("ArrowUp");
    await expect(dose).toHaveValue(/^2\s×\s10$/);
    await page.keyboard.type("999");
    await expect(dose).toHaveAttribute("aria-invalid", "true");
    await page.keyboard.press("Escape");
    await expect(dose).not.toHaveAttribute("aria-invalid", "true");
    await page.keyboard.press("Escape");
    await expect(lineOf(page, pumps)).toBeFocused();
  });

  await test.step("a line is moved, doubled, removed; all of it is undone and done again", async () => {
    const before = await order(page);
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => order(page)).not.toEqual(before);
    await expect(lineOf(page, pumps)).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect.poll(() => order(page)).toEqual(before);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => order(page)).not.toEqual(before);
    await page.keyboard.press("d");
    await expect(lineOf(page, pumps)).toHaveCount(2);
    await page.keyboard.press("Delete");
    await expect(lineOf(page, pumps)).toHaveCount(1);
  });

  await test.step("an exercise is found in spite of a typing error and added with Enter", async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search the library" })).toBeFocused();
    await page.keyboard.type("ankel circles");
    const found = page.getByRole("grid", { name: "Library" }).getByRole("row", { name: circles, exact: true });
    await expect(found).toBeVisible();
    await tabInto(page, page.getByRole("grid", { name: "Library" }));
    for (let rows = 0; rows < 10 && !(await isFocused(found)); rows++) await page.keyboard.press("ArrowDown");
    await expect(found).toBeFocused();
    await expectVisibleFocus(page);
    await page.keyboard.press("Enter");
    await expect(lineOf(page, circles)).toBeVisible();
  });

  await test.step("it is dragged to phase 2 with Enter, Tab, Enter", async () => {
    const spine = page.getByRole("button", { name: /^Phase 2, / });
    const count = Number(/(\d+) lines?/.exec((await spine.getAttribute("aria-label")) ?? "")?.[1]);
    await goToLine(page, circles);
    await pressOn(page, lineOf(page, circles).getByRole("button", { name: `Drag ${circles}` }), "Enter");
    for (let stops = 0; stops < 40 && !(await isFocused(spine)); stops++) await page.keyboard.press("Tab");
    await expect(spine).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(lineOf(page, circles)).toHaveCount(0);
    await expect(spine).toHaveAccessibleName(new RegExp(`: .*${count + 1} lines`));
  });

  await test.step("phases are opened; a line goes back to the phase before", async () => {
    await page.keyboard.press("]");
    await expect(page.getByRole("grid", { name: /^Lines of phase 2/ })).toBeVisible();
    await goToLine(page, circles);
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(page.getByRole("grid", { name: /^Lines of phase 1/ })).toBeVisible();
    await expect(lineOf(page, circles)).toBeFocused();
  });

  await test.step("an alternative of the template is added", async () => {
    await page.keyboard.press("a");
    await page.keyboard.press("Tab");
    const add = page.locator(":focus");
    await expect(add).toHaveAccessibleName(/^Add .* to phase 1$/);
    const name = /^Add (.*) to phase 1$/.exec((await add.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await page.keyboard.press("Enter");
    await expect(lineOf(page, name)).toBeVisible();
    await expectSaved(page);
  });

  await test.step("an override gets its reason: one key leads there", async () => {
    await goToLine(page, pumps);
    await page.keyboard.press("e");
    await page.keyboard.type("9x15");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await expect(lineOf(page, pumps)).toBeFocused();
    await typeInto(page, page.getByLabel(`Reason for the override: ${pumps}`), "Examined today, no swelling.");
    await expectSaved(page);
  });

  await test.step("one key leads to the signature", async () => {
    await reach(page, page.getByRole("button", { name: /^(Undo)$/ }));
    await page.keyboard.press("s");
    await page.waitForURL(/\/program\/sign$/, { timeout: 20_000 });
    await typeInto(page, page.getByLabel("Your password, again"), demoPassword);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Revision 1 is in force")).toBeVisible({ timeout: 15_000 });
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
