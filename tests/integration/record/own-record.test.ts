import { describe, expect, it } from "vitest";
import { dayIn } from "@/lib/dates";
import { Denied, TooMany } from "@/lib/errors";
import { loadOverview } from "@/lib/records/patients/load-overview";
import { exportOwnRecord } from "@/lib/records/record/export-own-record";
import { loadAccesses } from "@/lib/records/record/load-accesses";
import { loadProgress } from "@/lib/records/today/load-progress";
import { ownRecordSchema } from "@/lib/schemas/own-record";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { beforePhase2, heldNow, recordAll, rowsOf } from "../readiness/given";

const actsOf = async (of: TestPatient, act: string) =>
  (await rowsOf("audit_event", of)).filter((row) => row["act"] === act).length;

async function all<T>(pages: AsyncGenerator<T[]>): Promise<T[]> {
  const every: T[] = [];
  for await (const page of pages) every.push(...page);
  return every;
}

/** The whole file as its reader gets it. */
async function fileOf(of: TestPatient) {
  const { head, checkIns, marks } = await exportOwnRecord(asActor(of.user));
  return ownRecordSchema.parse(
    JSON.parse(JSON.stringify({ ...head, checkIns: await all(checkIns()), marks: await all(marks()) })),
  );
}

describe("a patient's progress", () => {
  it("shows what tests at visits found and which days were done, of nobody else, and nothing of the rows behind", async () => {
    const before = await beforePhase2();
    const patient = asActor(before.of.user);
    await recordAll(before);
    const progress = await loadProgress(patient);
    expect(progress.measures).toMatchObject([{ id: "walkContinuousMin", last: { value: 10 } }]);
    expect(progress.calendar.inARow).toBeGreaterThanOrEqual(8);
    expect(progress.calendar.weeks.flat().filter((day) => day?.done === "all")).toHaveLength(8);
    expect(await queriesOf(() => loadProgress(patient))).toBeLessThanOrEqual(4);

    const rows = await acting(before.of.user, (tx) => tx.criterionEvidence.findMany());
    expect(rows).toEqual([]);
    const stranger = await beforePhase2({ of: await aPatient(before.of.clinic, { days: 16 }), silentFor: 2 });
    expect((await loadProgress(asActor(stranger.of.user))).measures).toEqual([]);
    const asTherapist = await acting(before.of.therapist, (tx) => tx.$queryRaw`SELECT * FROM own_results()`);
    expect(asTherapist).toEqual([]);
    await heldNow(before);
    const today = dayIn(before.of.clinic.timeZone, new Date());
    expect((await loadProgress(patient)).calendar.weeks.flat().find((day) => day?.on === today)?.done).toBe("all");
  });
});

describe("who has looked at a record", () => {
  it("names colleagues by day, neither the patient nor who looked at another record, in pages", async () => {
    const of = await aPatient(await aClinic());
    const stranger = await aPatient(of.clinic);
    await loadOverview(asActor(of.therapist), of.patient.id);
    await loadOverview(asActor(stranger.surgeon), stranger.patient.id);
    const { days, next } = await loadAccesses(asActor(of.user));
    expect(days.flatMap(({ people }) => people)).toMatchObject([
      { name: of.therapist.displayName, role: "therapist", acts: [{ kind: "answers" }] },
    ]);
    expect(next).toBeNull();
    expect(await actsOf(of, "record.accesses")).toBe(1);

    const {
      clinicId,
      userId,
      clinic: { timeZone },
    } = asActor(of.surgeon);
    await acting(
      of.surgeon,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO audit_event (clinic_id, at, actor_id, actor_role, act, subject_kind, patient_id, request_id)
        SELECT ${clinicId}::uuid, ((now() AT TIME ZONE ${timeZone})::date - n + time '12:00') AT TIME ZONE ${timeZone}, ${userId}::uuid, 'surgeon', 'patient.read', 'patient', ${of.patient.id}::uuid,
          gen_random_uuid() FROM generate_series(1, 205) n`,
    );
    const first = await loadAccesses(asActor(of.user));
    const second = await loadAccesses(asActor(of.user), first.next);
    expect(first.days.length + second.days.length).toBe(206);
    expect(second.next).toBeNull();
    await expect(loadAccesses(asActor(of.therapist))).rejects.toThrow(Denied);
  });
});

describe("the file of a record", () => {
  it("holds what the patient may read and nothing that is the team's, and is audited", async () => {
    const before = await beforePhase2();
    const { of, program } = before;
    await recordAll(before);
    await heldNow(before);
    const file = await fileOf(of);
    expect(file).toMatchObject({
      person: { recordNumber: of.patient.mrn },
      treatments: [
        { surgeon: of.surgeon.displayName, results: [{ test: "walkContinuousMin", unit: "min", value: 10 }] },
      ],
    });
    expect(file.checkIns).toHaveLength(8);
    expect(file.marks.length).toBeGreaterThanOrEqual(8);
    expect(file.treatments[0]?.history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["pause", "begun"]));
    expect(await actsOf(of, "record.export")).toBe(1);

    const written = JSON.stringify(file);
    expect(written).not.toContain("Seen in the clinic.");
    const open = new Set(program.lines.filter(({ phase }) => phase === 1).map(({ exerciseCode }) => exerciseCode));
    const heldBack = program.lines.filter(({ exerciseCode }) => !open.has(exerciseCode)).map(({ id }) => id);
    expect(heldBack.length).toBeGreaterThan(0);
    expect(heldBack.filter((id) => written.includes(id))).toEqual([]);
    expect(file.treatments[0]?.exercises.length).toBeLessThanOrEqual(open.size);
  });

  it("is nobody else's, not a clinician's, and not made without end", async () => {
    const of = await aPatient(await aClinic());
    const elsewhere = await aPatient(await aClinic());
    expect((await fileOf(of)).person.recordNumber).not.toBe(elsewhere.patient.mrn);
    await expect(exportOwnRecord(asActor(of.therapist))).rejects.toThrow(Denied);
    for (let taken = 1; taken < 12; taken += 1) await exportOwnRecord(asActor(of.user));
    await expect(exportOwnRecord(asActor(of.user))).rejects.toThrow(TooMany);
    expect(await actsOf(of, "record.export")).toBe(12);
  });
});
