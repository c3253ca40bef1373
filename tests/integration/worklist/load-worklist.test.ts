import { describe, expect, it } from "vitest";
import { Denied } from "@/lib/errors";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { worklistQuerySchema } from "@/lib/schemas/worklist";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aGrantedClearance, aRequestedClearance } from "@/tests/support/clearance-factories";
import { aClinic, acting, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { begunDaysAgo, doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";
import { anAlert, rowsOf } from "../alerts/given";

const all = { ...worklistQuerySchema.parse({}), q: "" };

async function aTeam() {
  const clinic = await aClinic();
  const therapist = await aTherapist(clinic);
  const careTeam = [therapist, await aSurgeon(clinic)];
  return { clinic, therapist, careTeam, actor: asActor(therapist) };
}

describe("whose patients are listed", () => {
  it("lists the own care team's only, and audits the read once", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    const mine = await aPatient(clinic, { careTeam });
    await aPatient(clinic);
    await aPatient(await aClinic());
    const list = await loadWorklist(actor, all);
    expect(list.rows.map(({ id }) => id)).toEqual([mine.patient.id]);
    expect(list.rows[0]).toMatchObject({ day: 56, group: "on-track", phase: null });
    const { rows } = await aDatabase().superuser.query("SELECT act FROM audit_event WHERE clinic_id = $1 ORDER BY at", [
      clinic.id,
    ]);
    expect(rows).toEqual([{ act: "clinic.open" }, { act: "worklist.read" }]);
  });

  it("no longer lists a patient whose team one has left", async () => {
    const { clinic, careTeam, actor, therapist } = await aTeam();
    await aPatient(clinic, { careTeam });
    await acting(therapist, (tx) =>
      tx.careTeamMember.updateMany({
        where: { clinicId: clinic.id, userId: therapist.id },
        data: { leftAt: new Date() },
      }),
    );
    expect((await loadWorklist(actor, all)).rows).toEqual([]);
  });

  it("is refused to patients and administrators", async () => {
    const { clinic, careTeam } = await aTeam();
    const of = await aPatient(clinic, { careTeam });
    for (const user of [of.user, await anAdministrator(clinic)]) {
      await expect(loadWorklist(asActor(user), all)).rejects.toThrow(Denied);
    }
    expect(await rowsOf("audit_event", of.patient.id)).toEqual([]);
  });

  it("counts silence in the clinic's days, also where UTC has another date", async () => {
    const isLate = new Date().getUTCHours() >= 12;
    const clinic = await aClinic({ timeZone: isLate ? "Pacific/Kiritimati" : "Etc/GMT+12" });
    const of = await aPatient(clinic);
    await aGrantedClearance(of, "PROGRAM_START");
    await begunDaysAgo(of, await aProgram(of), 5);
    const { rows } = await loadWorklist(asActor(of.therapist), all);
    expect(rows[0]?.flags).toMatchObject({ silent: 5 });
  });
});

describe("what is flagged", () => {
  it("puts a red flag first, then the least time left, then names", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    const quiet = await aPatient(clinic, { careTeam, familyName: "Alder" });
    const later = await aPatient(clinic, { careTeam, familyName: "Birch" });
    const overdue = await aPatient(clinic, { careTeam, familyName: "Cedar" });
    const task = await aPatient(clinic, { careTeam, familyName: "Dogwood" });
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    await anAlert(later, { dueAt: minutes(60) });
    await anAlert(overdue, { dueAt: minutes(-60) });
    await anAlert(task, { level: "HOLD_NOTIFY_PT", cause: "prolonged-big", dueAt: minutes(-600) });
    const list = await loadWorklist(actor, all);
    expect(list.rows.map(({ id }) => id)).toEqual([overdue, later, task, quiet].map(({ patient }) => patient.id));
    expect(list.rows.map(({ group }) => group)).toEqual(["act-now", "act-now", "today", "on-track"]);
    expect(list.counts).toMatchObject({ all: 4, "red-flag": 2, "act-now": 2, today: 1, "on-track": 1 });
    expect(list.rows[0]?.alerts[0]).toMatchObject({ level: "SAME_DAY_SURGEON", state: "open" });
    expect(list.rows[0]?.alerts[0]?.ruleName?.es).toBeTruthy();
  });

  it("calls pain rising when the mean of a week is 2 above the week before, with three answers in each", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    const scores = { rising: [5, 3], flat: [4.9, 3], few: [5, 3] };
    for (const [name, [now = 0, before = 0]] of Object.entries(scores)) {
      const of = await aPatient(clinic, { careTeam, familyName: name });
      for (const daysAgo of name === "few" ? [0, 1] : [0, 1, 2]) {
        await aCheckIn(of, { daysAgo, answers: { nprsBefore: daysAgo === 0 ? Math.floor(now) : Math.ceil(now) } });
      }
      for (const daysAgo of [7, 8, 13]) await aCheckIn(of, { daysAgo, answers: { nprsBefore: before } });
    }
    const list = await loadWorklist(actor, { ...all, flag: "pain-rising" });
    expect(list.rows.map(({ name }) => name)).toEqual(["Linden rising"]);
    expect(list.rows[0]?.pain).toMatchObject({ last: { value: 5 }, change: 2 });
    expect(list.rows[0]?.pain.values.filter((value) => value !== null)).toEqual([3, 3, 3, 5, 5, 5]);
  });

  it("counts days without a done exercise, and days without a check-in", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    const missing = await aPatient(clinic, { careTeam, familyName: "Missing" });
    await aGrantedClearance(missing, "PROGRAM_START");
    await aGrantedClearance(missing, "PHASE_DYNAMIC_STABILISATION");
    const program = await aProgram(missing);
    await begunDaysAgo(missing, program, 10);
    await doneDaysAgo(missing, program, 3);
    await doneDaysAgo(missing, program, 4, 1);
    await aCheckIn(missing, { daysAgo: 5, program });
    const list = await loadWorklist(actor, all);
    expect(list.rows[0]?.flags).toMatchObject({ missed: 2, silent: 5, redFlag: false, onHold: false });
    expect(list.rows[0]?.week?.days).toEqual(["missed", "missed", "missed", "part", "all", "missed", "missed"]);
    expect(list.counts).toMatchObject({ missed: 1, silent: 1, today: 1 });
  });

  it("never calls missed what waits for a clearance", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    const waiting = await aPatient(clinic, { careTeam });
    await begunDaysAgo(waiting, await aProgram(waiting), 10);
    await aRequestedClearance(waiting, "PROGRAM_START");
    const list = await loadWorklist(actor, all);
    expect(list.rows[0]?.flags).toMatchObject({ missed: null, silent: 10 });
    expect(list.rows[0]?.flags.clearanceWaiting?.en).toBeTruthy();
    expect(list.rows[0]?.week).toMatchObject({ percent: null });
    expect(list.counts).toMatchObject({ missed: 0, "clearance-waiting": 1 });
  });

  it("tells a hold from a suspension", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    for (const surgeonOnly of [false, true]) {
      const of = await aPatient(clinic, { careTeam, familyName: surgeonOnly ? "Suspended" : "Held" });
      const program = await aProgram(of);
      await acting(of.user, async (tx) => {
        const clinicId = clinic.id;
        await tx.hold.createMany({
          data: { clinicId, programId: program.id, patientId: of.patient.id, cause: "dizziness", surgeonOnly },
        });
        await tx.program.updateMany({ where: { clinicId, id: program.id }, data: { state: "held" } });
      });
    }
    const list = await loadWorklist(actor, { ...all, flag: "on-hold" });
    expect(list.rows.map(({ flags: { onHold, suspended } }) => ({ onHold, suspended }))).toEqual([
      { onHold: true, suspended: false },
      { onHold: true, suspended: true },
    ]);
  });
});

describe("searching and paging", () => {
  it("finds names from the start of each word and record numbers from their start, and takes signs as they stand", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    const of = await aPatient(clinic, { careTeam, givenName: "Marigold", familyName: "Thistlewood" });
    await aPatient(clinic, { careTeam, familyName: "Alder" });
    const names = async (q: string) => (await loadWorklist(actor, { ...all, q })).rows.map(({ name }) => name);
    for (const q of ["mari", "THIST", "Márigold", of.patient.mrn.slice(0, 9)]) {
      expect(await names(q)).toEqual(["Marigold Thistlewood"]);
    }
    for (const q of ["wood", "%", "_arigold", "\\", "'"]) expect(await names(q)).toEqual([]);
  });

  it("pages by twenty without gap or repetition, forward and back, in no more queries than one row needs", async () => {
    const { clinic, careTeam, actor } = await aTeam();
    await aPatient(clinic, { careTeam, familyName: "A00" });
    const queriesOfOne = await queriesOf(() => loadWorklist(actor, all));
    for (let n = 1; n < 43; n += 1) {
      await aPatient(clinic, { careTeam, familyName: `A${String(n).padStart(2, "0")}` });
    }
    const first = await loadWorklist(actor, all);
    const second = await loadWorklist(actor, { ...all, after: first.next });
    const third = await loadWorklist(actor, { ...all, after: second.next });
    const names = [first, second, third].flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(names).toEqual(Array.from({ length: 43 }, (_, n) => `Linden A${String(n).padStart(2, "0")}`));
    expect([first.previous, third.next]).toEqual([null, null]);
    expect(third).toMatchObject({ from: 41, to: 43, matching: 43 });
    const back = await loadWorklist(actor, { ...all, before: third.previous });
    expect(back.rows.map(({ name }) => name)).toEqual(second.rows.map(({ name }) => name));
    expect(await queriesOf(() => loadWorklist(actor, all))).toBe(queriesOfOne);
    expect(queriesOfOne).toBeLessThanOrEqual(5);
  });
});
