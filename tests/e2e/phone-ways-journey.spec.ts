import { expectAccessible } from "../support/e2e-axe";
import { loadPhones } from "../support/e2e-load-world";
import type { PhoneWorld } from "../support/e2e-phones";
import { quietCheckIn } from "./check-in-steps";
import { expect, phone, test } from "./fixtures";
import { choose, pressOn } from "./keyboard-steps";
import { expectNarrow } from "./page-steps";
import { expectReady, expectReported, markOpen, openExercise, personOf } from "./phone-steps";
import { putSession } from "./steps";

const ankle = "Ankle pumps";

let world: PhoneWorld;

test.describe.configure({ mode: "default", timeout: 90_000 });
test.beforeAll(async () => {
  world = await loadPhones(2);
});

test("the whole day in Spanish: how it is, an exercise that hurts, how it went", async ({ visits }) => {
  const person = world.spanish;
  const page = await visits.arrive(person.name, { ...phone, locale: "es-US" });
  await putSession(page, person.cookie);
  await page.goto("/my/today");
  await expect(page.getByRole("heading", { level: 1, name: "Hoy" })).toBeVisible();
  await quietCheckIn(page, 3, page.getByRole("link", { name: "Decir cómo estoy", exact: true }), "es");
  await expectAccessible(page, "an answer in Spanish");
  await page.getByRole("link", { name: "Ir a sus ejercicios" }).click();
  await page.getByRole("link", { name: /^Empezar con / }).click();
  const counter = page.getByRole("region", { name: "Contador" });
  await counter.getByRole("button", { name: /^(Toque después de cada vez|Empezar)$/ }).click();
  await expectAccessible(page, "a counted exercise in Spanish");
  await expectNarrow(page, "a counted exercise in Spanish");
  await markOpen(page, "Terminé este");
  await expect(page.getByText(/: Hecho\.$/)).toBeVisible();
  await markOpen(page, "Me duele, lo dejo");
  await expect(page).toHaveURL(/stage=skip/);
  await expectNarrow(page, "an exercise that hurts in Spanish");
  await page.getByRole("radio", { name: /^3$/ }).check();
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.getByRole("radio", { name: "No hay más dolor" }).check();
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page.getByText("Pantalla 3 de 3")).toBeVisible();
  await page.getByRole("button", { name: /^(No tengo nada de esto|Nada más)$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gracias. Todo como se espera" })).toBeVisible();
  await page.goto("/my/today");
  await quietCheckIn(page, 3, page.getByRole("link", { name: "Contar cómo me fue" }), "es");
  await expectReported(person, {
    checkIns: [{ stage: "before" }, { stage: "skip" }, { stage: "after" }],
    marks: [{ outcome: "done" }, { outcome: "skipped-it-hurts" }],
    acts: { checkIn: 3, mark: 2 },
  });
});

test("by keyboard alone, in forced colors and without motion: one exercise, one check-in", async ({ visits }) => {
  const person = personOf(world, 0);
  const page = await visits.arrive(person.name, phone);
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await putSession(page, person.cookie);
  await page.goto("/my/today");
  await pressOn(page, page.getByRole("link", { name: "Check in", exact: true }), "Enter");
  await choose(page, page.getByRole("radio", { name: /^3$/ }));
  await pressOn(page, page.getByRole("button", { name: "Continue" }), "Enter");
  await pressOn(page, page.getByRole("button", { name: "I have none of these" }).first(), "Enter");
  await expect(page.getByText(/^Screen 3 of/)).toBeVisible();
  await page.goto("/my/today");
  await pressOn(page, page.getByRole("link", { name: new RegExp(`^${ankle}`) }), "Enter");
  const counter = page.getByRole("region", { name: "Counter" });
  await pressOn(page, counter.getByRole("button", { name: "Tap after each one" }), "Enter");
  await expect(counter.getByRole("status")).toHaveText(/^1 of \d+$/);
  await expectNarrow(page, "a counted exercise in forced colors");
  await pressOn(page, page.getByRole("button", { name: "Done with this one" }), "Enter");
  await expect(page.getByText(`${ankle}: Done.`)).toBeVisible();
  await expectReported(person, { marks: [{ outcome: "done" }] });
});

test("without JavaScript: an exercise is marked, and a whole check-in is judged", async ({ visits }) => {
  const person = personOf(world, 1);
  const page = await visits.arrive(person.name, { ...phone, javaScriptEnabled: false });
  await putSession(page, person.cookie);
  await page.goto("/my/today");
  await openExercise(page, ankle);
  await expect(page.getByRole("region", { name: "Counter" })).toBeHidden();
  await page.getByRole("button", { name: "Done with this one" }).click();
  await expect(page.getByText(`${ankle}: Done.`)).toBeVisible();
  await page.goto("/my/today");
  await quietCheckIn(page, 3, page.getByRole("link", { name: "Check in", exact: true }));
  await expectReported(person, {
    checkIns: [{ stage: "before", level: "NORMAL_SORENESS" }],
    marks: [{ outcome: "done", session: 1 }],
    acts: { checkIn: 1, mark: 1 },
  });
});

test("who rests for nearly an hour is asked whether they are still there, and goes on", async ({ visits }) => {
  const person = personOf(world, 1);
  const page = await visits.arrive(person.name, phone);
  await putSession(page, person.cookie);
  await page.goto("/my/today");
  // The clock runs from when the page's script is there.
  await expectReady(page, person);
  await page.clock.install();
  const asked = page.getByRole("alertdialog", { name: "Are you still there?" });

  await page.clock.fastForward("58:30");
  await expect(asked).toBeVisible();
  await expectAccessible(page, "the end of a patient's session");
  await expectNarrow(page, "the end of a patient's session");
  await asked.getByRole("button", { name: "Stay signed in" }).click();
  await expect(asked).toHaveCount(0);
  await page.getByRole("link", { name: "Program", exact: true }).click();
  await expect(page).toHaveURL(/\/my\/program$/);
});
