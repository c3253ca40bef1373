import { beforeAll, describe, expect, test } from "vitest";
import { aClinic, aPatient, type TestClinic } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { minutesUntil, onlyRow, report, written } from "./what-is-written";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

describe("effects of the level", () => {
  test("an expected answer changes nothing else", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    expect(await report(person)).toMatchObject({ level: "NORMAL_SORENESS", missing: [] });
    expect(await written(person)).toMatchObject({ alerts: 0, holds: 0 });
    expect(await stateOf(program.id)).toBe("active");
  });

  test("REDUCE_DOSE stands on the check-in alone", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    expect(await report(person, { hoursIncreased: 4 })).toMatchObject({ level: "REDUCE_DOSE" });
    expect(await written(person)).toMatchObject({ alerts: 0, holds: 0 });
    expect(await stateOf(program.id)).toBe("active");
  });

  test("HOLD_NOTIFY_PT holds the program and tells the therapist; easy activity stays", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    const now = Date.now();
    expect(await report(person, { fatigue: "excessive, gone next day" })).toMatchObject({ level: "HOLD_NOTIFY_PT" });
    const hold = await onlyRow("SELECT * FROM hold WHERE patient_id = $1", person.patient.id);
    expect(hold).toMatchObject({
      cause: "excessive-fatigue",
      surgeon_only: false,
      easy_activity_allowed: true,
      placed_by_id: null,
    });
    const alert = await onlyRow("SELECT * FROM alert WHERE patient_id = $1", person.patient.id);
    expect(alert).toMatchObject({ cause: "excessive-fatigue", owner_id: person.therapist.id, state: "open" });
    expect(minutesUntil(alert["due_at"], now)).toBeCloseTo(1440, 0);
    expect(await stateOf(program.id)).toBe("held");
    expect(
      await onlyRow(
        "SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'hold.place'",
        person.patient.id,
      ),
    ).toEqual({ count: 1 });
  });

  test.each([
    ["dizziness", { dizziness: "mild, passed with rest" }],
    ["breath", { sob: "only in exercise, gone within 10 min" }],
    ["a fall", { fall: true }],
  ])("beside a rule about %s not even easy activity is advised", async (_, answer) => {
    const person = await aPatient(clinic, { weeks: 60 });
    await aProgram(person);
    expect(await report(person, answer)).toMatchObject({ level: "HOLD_NOTIFY_PT" });
    expect(await onlyRow("SELECT * FROM hold WHERE patient_id = $1", person.patient.id)).toMatchObject({
      easy_activity_allowed: false,
    });
  });

  test.each([
    ["SAME_DAY_SURGEON", { newRadiating: true }, "new-radiating-or-sensory", 240],
    ["EMERGENCY", { saddleNumb: true }, "cauda-equina", 0],
  ])("%s suspends, puts grants under review and tells the surgeon", async (level, answer, cause, dueInMinutes) => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    const granted = await aGrantedClearance(person, "SWIM_POOL");
    const now = Date.now();
    const answered = await report(person, answer);
    expect(answered.level).toBe(level);
    expect(answered.messages.length).toBeGreaterThan(0);
    expect(await onlyRow("SELECT * FROM hold WHERE patient_id = $1", person.patient.id)).toMatchObject({
      cause,
      surgeon_only: true,
      easy_activity_allowed: false,
    });
    const alert = await onlyRow("SELECT * FROM alert WHERE patient_id = $1 AND level IS NOT NULL", person.patient.id);
    expect(alert).toMatchObject({ cause, level, owner_id: person.surgeon.id });
    const told = await onlyRow("SELECT * FROM alert WHERE patient_id = $1 AND level IS NULL", person.patient.id);
    expect(told).toMatchObject({ cause: "clearance-decided", owner_id: person.therapist.id, due_at: null });
    expect(minutesUntil(alert["due_at"], now)).toBeCloseTo(dueInMinutes, 0);
    expect(await stateOf(program.id)).toBe("held");
    expect(await onlyRow("SELECT state FROM clearance WHERE id = $1", granted.id)).toEqual({ state: "under-review" });
    expect(await onlyRow("SELECT count(*)::int FROM symptom_report WHERE patient_id = $1", person.patient.id)).toEqual({
      count: 1,
    });
  });

  test("the same cause again opens no second alert or hold; another cause does", async () => {
    const person = await aPatient(clinic);
    await aProgram(person);
    await report(person, { fatigue: "excessive, gone next day" });
    await report(person, { fatigue: "excessive, gone next day" });
    expect(await written(person)).toMatchObject({ checkIns: 2, alerts: 1, holds: 1 });
    await report(person, { dizziness: "mild, passed with rest" });
    expect(await written(person)).toMatchObject({ checkIns: 3, alerts: 2, holds: 2 });
  });

  test("without a program the alert opens all the same", async () => {
    const person = await aPatient(clinic);
    await report(person, { chestPain: true });
    expect(await written(person)).toMatchObject({ alerts: 1, holds: 0 });
  });

  test("an unanswered warning sign is never below a hold", async () => {
    const person = await aPatient(clinic);
    await aProgram(person);
    const answered = await report(person, { saddleNumb: null });
    expect(answered).toMatchObject({ level: "HOLD_NOTIFY_PT", missing: ["saddleNumb"], messages: [] });
    expect(await onlyRow("SELECT * FROM alert WHERE patient_id = $1", person.patient.id)).toMatchObject({
      cause: "unanswered",
      owner_id: person.therapist.id,
    });
  });

  async function stateOf(programId: string) {
    return (await onlyRow("SELECT state FROM program WHERE id = $1", programId))["state"];
  }
});
