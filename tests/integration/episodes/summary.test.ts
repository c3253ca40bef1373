import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { Invalid } from "@/lib/errors";
import { loadEndForm } from "@/lib/records/episodes/end/load-end-form";
import { loadAllowed } from "@/lib/records/today/load-allowed";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, aPatient, asActor } from "@/tests/support/factories";
import { begunDaysAgo, doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram, pastTriggers } from "@/tests/support/program-factories";

describe("the summary of an episode", () => {
  it("says what the patient may do as their own page does: what has begun, what nothing forbids, a key, the lower limit", async () => {
    const of = await aPatient(await aClinic(), {
      restrictions: [{ kind: "no-twisting" }, { kind: "lift-limit", limitKg: 5 }],
    });
    await aGrantedClearance(of, "golf");
    await aGrantedClearance(of, "driving", { fromDay: addDays(dayIn(of.clinic.timeZone, new Date()), 1) });
    await aGrantedClearance(of, "RUNNING", { wordsForPatient: "On grass." });
    await aGrantedClearance(of, "LIFT_LIMIT_UPDATE", { maxKg: 9 });
    await aGrantedClearance(of, "PROGRAM_START");
    const { allowed } = (await loadEndForm(asActor(of.therapist), of.patient.id)).summary;
    const own = await loadAllowed(asActor(of.user));
    expect(allowed.map(({ id }) => id).toSorted()).toEqual(
      own.yes
        .map(({ id }) => id)
        .filter((id) => id !== "PROGRAM_START")
        .toSorted(),
    );
    expect(allowed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "RUNNING", words: "On grass." }),
        expect.objectContaining({ id: "LIFT_LIMIT_UPDATE", maxKg: 5 }),
      ]),
    );
  });

  it("counts the days of the program up to the last one: by the latest mark, without what was on hold or came later", async () => {
    const of = await aPatient(await aClinic());
    const program = await aProgram(of);
    await begunDaysAgo(of, program, 6);
    await doneDaysAgo(of, program, [1, 2, 3, 4], 1);
    await doneDaysAgo(of, program, 3, 1, "not-done");
    await pastTriggers(
      `INSERT INTO hold (clinic_id, program_id, patient_id, cause, surgeon_only, placed_at, lifted_at, lifted_by_id, lift_reason)
      VALUES ($1, $2, $3, 'away', false, now() - interval '4 days', now() - interval '4 days', $4, 'x')`,
      [of.clinic.id, program.id, of.patient.id, of.therapist.id],
    );
    const endedOn = addDays(dayIn(of.clinic.timeZone, new Date()), -2);
    const { summary } = await loadEndForm(asActor(of.therapist), of.patient.id, endedOn);
    expect(summary).toMatchObject({ endedOn, exerciseDays: { done: 1, of: 4 } });
    await expect(loadEndForm(asActor(of.therapist), of.patient.id, addDays(endedOn, 3))).rejects.toEqual(
      new Invalid({ endedOn: "inTheFuture" }),
    );
    const before = await loadEndForm(asActor(of.therapist), of.patient.id, addDays(endedOn, -5));
    expect(before.summary).toMatchObject({ phases: [], holds: [], exerciseDays: { done: 0, of: 0 } });
  });
});
