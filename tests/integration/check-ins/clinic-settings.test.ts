import { expect, test } from "vitest";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { loadCheckInResult } from "@/lib/records/check-ins/load-result";
import { acting, aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { onlyRow, report, written } from "./what-is-written";

/** The next version of the clinic's settings, in the surgeon's name. */
async function set({ clinic, surgeon }: TestPatient, number: number, values: object, crisisPhone: string | null) {
  await acting(surgeon, (tx) =>
    tx.clinicSettings.createMany({
      data: {
        clinicId: clinic.id,
        number,
        values: { ...values },
        crisisPhone,
        reason: "agreed by the team",
        changedById: surgeon.id,
      },
    }),
  );
}
const lastQuestion = async (person: TestPatient) => {
  const { steps } = await loadCheckInForm(asActor(person.user), "before");
  return steps.at(-1)?.map(({ name }) => name);
};
const versions = (person: TestPatient) =>
  onlyRow(
    `SELECT (SELECT settings_version FROM check_in WHERE patient_id = $1) AS "checkIn",
      (SELECT settings_version FROM alert WHERE patient_id = $1) AS alert`,
    person.patient.id,
  );

test("a clinic that has set nothing judges by what was shipped, and does not ask about self-harm", async () => {
  const person = await aPatient(await aClinic());
  await aProgram(person);
  expect(await lastQuestion(person)).not.toContain("moodCrisis");
  expect(await report(person, { nprsBefore: 7, nprsDuring: 6, nprsAfter: 6 })).toMatchObject({ level: "REDUCE_DOSE" });
  expect(await versions(person)).toEqual({ checkIn: 0, alert: null });
});

test("the clinic's own numbers judge, and the version stays with check-in and alert", async () => {
  const person = await aPatient(await aClinic());
  await aProgram(person);
  await set(person, 1, { "triage.nprsSevere": 9 }, null);
  await set(person, 2, { "triage.nprsSevere": 7 }, null);
  expect(await report(person, { nprsBefore: 7, nprsDuring: 6, nprsAfter: 6 })).toMatchObject({
    level: "SAME_DAY_SURGEON",
  });
  expect(await versions(person)).toEqual({ checkIn: 2, alert: 2 });
});

test("with a staffed line the question is asked, and its number stands on the answer", async () => {
  const person = await aPatient(await aClinic());
  await aProgram(person);
  await set(person, 1, {}, "(555) 555-0199");
  expect(await lastQuestion(person)).toEqual(["moodCrisis"]);
  const calm = await report(person, { moodCrisis: false });
  expect(calm).toMatchObject({ level: "NORMAL_SORENESS", missing: [] });
  const { level, checkInId } = await report(person, { moodCrisis: true });
  expect(level).toBe("EMERGENCY");
  expect(await loadCheckInResult(asActor(person.user), checkInId)).toMatchObject({ crisisPhone: "(555) 555-0199" });
  expect(await loadCheckInResult(asActor(person.user), calm.checkInId)).toMatchObject({ crisisPhone: null });
  await set(person, 2, {}, null);
  expect(await lastQuestion(person)).not.toContain("moodCrisis");
});

test("a form that was begun ends as it began, whatever was switched meanwhile: no report is lost", async () => {
  const person = await aPatient(await aClinic());
  await aProgram(person);
  const form = async (answered: string[], screens: number) =>
    (await loadCheckInForm(asActor(person.user), "before", { begun: { answered, screens } })).steps;
  const { length: screens } = (await loadCheckInForm(asActor(person.user), "before")).steps;
  await set(person, 1, {}, "(555) 555-0199");
  expect(await form(["nprsBefore"], screens)).toHaveLength(screens);
  expect(await form(["nprsBefore"], screens + 1)).toHaveLength(screens + 1);
  await set(person, 2, {}, null);
  expect(await form(["nprsBefore"], screens + 1)).toHaveLength(screens);
  expect((await form(["nprsBefore", "moodCrisis"], screens + 1)).at(-1)).toMatchObject([{ name: "moodCrisis" }]);
  const { level, checkInId } = await report(person, { moodCrisis: true });
  expect(level).toBe("EMERGENCY");
  expect(await loadCheckInResult(asActor(person.user), checkInId)).toMatchObject({ crisisPhone: null });
  expect(await written(person)).toMatchObject({ checkIns: 1, alerts: 1 });
});
