import { describe, expect, it } from "vitest";
import { Denied, NotFound } from "@/lib/errors";
import { loadBanner } from "@/lib/records/patients/load-banner";
import { loadCheckIns } from "@/lib/records/patients/load-check-ins";
import { loadOverview } from "@/lib/records/patients/load-overview";
import { checkInsQuerySchema } from "@/lib/schemas/check-in-list";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aClinic, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { anAlert, rowsOf } from "../alerts/given";
import type { Actor } from "@/lib/access/actor";

const newest = checkInsQuerySchema.parse({});
const loads = [
  { name: "banner", queries: 2, act: "patient.read", load: (actor: Actor, id: string) => loadBanner(actor, id) },
  { name: "overview", queries: 3, act: "check-in.read", load: (actor: Actor, id: string) => loadOverview(actor, id) },
  {
    name: "check-ins",
    queries: 3,
    act: "check-in.read",
    load: (actor: Actor, id: string) => loadCheckIns(actor, id, newest),
  },
] as const;

describe.each(loads)("the $name of a patient", ({ act, load, queries }) => {
  it("is read by the care team, audited; with the session, banner and page take at most 6 queries", async () => {
    const of = await aPatient(await aClinic(), { restrictions: [{ kind: "lift-limit", limitKg: 4.5 }] });
    await aCheckIn(of, { program: await aProgram(of) });
    expect(await queriesOf(() => load(asActor(of.therapist), of.patient.id))).toBeLessThanOrEqual(queries);
    expect(await rowsOf("audit_event", of.patient.id)).toMatchObject([{ act, actor_id: of.therapist.id }]);
    await load(asActor(of.surgeon), of.patient.id);
  });

  it("does not exist for other teams, other clinics, and ids that are none", async () => {
    const of = await aPatient(await aClinic());
    const strangers = [await aTherapist(of.clinic), await aSurgeon(of.clinic), await aTherapist(await aClinic())];
    for (const stranger of strangers) {
      await expect(load(asActor(stranger), of.patient.id)).rejects.toThrow(NotFound);
    }
    await expect(load(asActor(of.therapist), "new")).rejects.toThrow(NotFound);
    expect(await rowsOf("audit_event", of.patient.id)).toEqual([]);
  });

  it("is refused to the patient and to administrators", async () => {
    const of = await aPatient(await aClinic());
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(load(asActor(user), of.patient.id)).rejects.toThrow(Denied);
    }
  });
});

describe("what the pages say", () => {
  it("the banner: age, day, restrictions in force, no hold", async () => {
    const of = await aPatient(await aClinic(), {
      days: 59,
      restrictions: [{ kind: "lift-limit", limitKg: 4.5 }, { kind: "no-bending" }],
    });
    const head = await loadBanner(asActor(of.therapist), of.patient.id, new Date());
    expect(head).toMatchObject({ day: 59, levels: ["L4–L5"], hold: null, phase: null, isRedFlag: false });
    expect(head.restrictions.map(({ kind, kg }) => ({ kind, kg }))).toEqual([
      { kind: "lift-limit", kg: 4.5 },
      { kind: "no-bending", kg: null },
    ]);
  });

  it("the overview: pain by day, the phase, what is open", async () => {
    const of = await aPatient(await aClinic(), { days: 50 });
    const program = await aProgram(of);
    await aCheckIn(of, { daysAgo: 2, program, answers: { nprsBefore: 3, nprsDuring: 5 } });
    await anAlert(of);
    const overview = await loadOverview(asActor(of.therapist), of.patient.id);
    expect(overview).toMatchObject({ day: 50, currentPhase: program.phase, checkInCount: 1 });
    expect(overview.pain).toEqual([{ day: 48, before: 3, worst: 5 }]);
    expect(overview.stretches).toEqual([{ n: program.phase, fromDay: 50, toDay: null }]);
    expect(overview.alerts).toMatchObject([{ state: "open", level: "SAME_DAY_SURGEON" }]);
  });

  it("the check-ins: newest first, twenty a page, both ways", async () => {
    const of = await aPatient(await aClinic());
    for (let daysAgo = 0; daysAgo < 23; daysAgo += 1) await aCheckIn(of, { daysAgo });
    const worried = await aCheckIn(of, { daysAgo: 30, answers: { newNumbTingle: true } });
    const actor = asActor(of.therapist);
    const first = await loadCheckIns(actor, of.patient.id, newest);
    const second = await loadCheckIns(actor, of.patient.id, { ...newest, after: first.next });
    expect([first.rows.length, second.rows.length, first.previous, second.next]).toEqual([20, 4, null, null]);
    expect(second.rows.at(-1)).toMatchObject({ id: worried.id, worrying: [{ answer: null }] });
    expect(second.rows.at(-1)?.fired.map(({ rule }) => rule)).toContain("new-radiating-or-sensory");
    const back = await loadCheckIns(actor, of.patient.id, { ...newest, before: second.previous });
    expect(back.rows).toEqual(first.rows);
  });
});
