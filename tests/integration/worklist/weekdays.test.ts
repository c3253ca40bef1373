import { describe, expect, it } from "vitest";
import { weekdayOf } from "@/lib/clinical/weekdays";
import { addDays, dayIn } from "@/lib/dates";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { worklistQuerySchema } from "@/lib/schemas/worklist";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aPatient, asActor, aTherapist, aClinic, aSurgeon } from "@/tests/support/factories";
import { begunDaysAgo, doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram } from "@/tests/support/program-factories";

const all = { ...worklistQuerySchema.parse({}), q: "" };

/** Begun 10 days ago, with lines for the days of the week that lay so many days ago; `isDaily`: the first one of each phase names none. */
async function onDays(daysAgo: number[], done: number[], given: { isDaily?: boolean; timeZone?: string } = {}) {
  const { isDaily, ...ofClinic } = given;
  const clinic = await aClinic(ofClinic);
  const therapist = await aTherapist(clinic);
  const person = await aPatient(clinic, { careTeam: [therapist, await aSurgeon(clinic)] });
  await aGrantedClearance(person, "PROGRAM_START");
  await aGrantedClearance(person, "PHASE_DYNAMIC_STABILISATION");
  const today = dayIn(clinic.timeZone, new Date());
  const weekdays = daysAgo.map((days) => weekdayOf(addDays(today, -days))).sort();
  const program = await aProgram(person, {
    lines: (starting) =>
      starting.map((line, index) =>
        isDaily && starting[index - 1]?.phase !== line.phase
          ? { ...line, dosage: { ...line.dosage, perWeek: 7 } }
          : { ...line, dosage: { ...line.dosage, perWeek: weekdays.length, weekdays } },
      ),
  });
  await begunDaysAgo(person, program, 10);
  for (const days of done) await doneDaysAgo(person, program, days);
  const [row] = (await loadWorklist(asActor(therapist), all)).rows;
  return { missed: row?.flags.missed, week: row?.week };
}

describe("a program whose lines name their days of the week, on the worklist", () => {
  it("owes those days alone", async () => {
    const { missed, week } = await onDays([1, 3], [3, 8]);
    expect(week?.days).toEqual(["rest", "rest", "rest", "rest", "all", "rest", "missed"]);
    expect(week?.percent).toBe(50);
    expect(missed).toBeNull();
  });

  it("is flagged after two of its days, and not for the days between", async () => {
    expect(await onDays([2], [])).toMatchObject({ missed: 2 });
    expect(await onDays([2], [9])).toMatchObject({ missed: null });
    expect(await onDays([5, 6], [5])).toMatchObject({ missed: null, week: { percent: 50 } });
    expect(await onDays([0], [])).toMatchObject({ missed: null, week: { percent: 0 } });
  });

  it("counts from the clinic's day, in any time zone", async () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      expect(await onDays([1, 2], [1, 2], { timeZone })).toMatchObject({ missed: null, week: { percent: 100 } });
    }
  });

  it("still flags the lines beside it that name none", async () => {
    expect((await onDays([6], [5], { isDaily: true })).missed).toBe(4);
  });
});
