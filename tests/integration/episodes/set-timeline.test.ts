import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { setTimeline } from "@/lib/records/episodes/set-timeline";
import { loadOverview } from "@/lib/records/patients/load-overview";
import { loadProgram } from "@/lib/records/programs/load-program";
import { setTimelineSchema } from "@/lib/schemas/episode";
import { aClinic, anAdministrator, aPatient, asActor, aSurgeon } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { rowsOf, written } from "./given";

const reason = "Poor bone at surgery.";
const later = (patientId: string) => ({ patientId, version: 1, factors: ["smoker" as const], shiftDays: 21, reason });

describe("setting the timeline", () => {
  it("keeps the decision with what it rests on, moves the episode and is audited", async () => {
    const of = await aPatient(await aClinic(), { conditions: ["osteoporosis"] });
    await aProgram(of);
    await setTimeline(asActor(of.surgeon), later(of.patient.id));
    expect(await rowsOf("timeline_change", of)).toMatchObject([
      { shift_days: 21, factors: ["osteoporosis", "smoker"], reason, changed_by_id: of.surgeon.id },
    ]);
    expect(await rowsOf("episode", of)).toMatchObject([
      { shift_days: 21, factors: ["osteoporosis", "smoker"], version: 2 },
    ]);
    const acts = await rowsOf("audit_event", of);
    expect(acts).toMatchObject([{ act: "episode.timeline", subject_id: of.episode.id }]);
    const page = await loadProgram(asActor(of.therapist), of.patient.id);
    expect(page.situation.shiftDays).toBe(21);
    expect((await loadOverview(asActor(of.therapist), of.patient.id)).shiftDays).toBe(21);
    await setTimeline(asActor(of.surgeon), { ...later(of.patient.id), version: 2, factors: [], shiftDays: 0 });
    expect(await rowsOf("episode", of)).toMatchObject([{ shift_days: 0, version: 3 }]);
  });

  it("is not the therapist's, nor anybody else's, and off the team the patient does not exist; nothing is written", async () => {
    const of = await aPatient(await aClinic());
    const before = await written(of);
    for (const user of [of.therapist, of.user, await anAdministrator(of.clinic)]) {
      await expect(setTimeline(asActor(user), later(of.patient.id))).rejects.toThrow(Denied);
    }
    for (const user of [await aSurgeon(of.clinic), await aSurgeon(await aClinic())]) {
      await expect(setTimeline(asActor(user), later(of.patient.id))).rejects.toThrow(NotFound);
    }
    expect(await written(of)).toEqual(before);
  });

  it("is a conflict on a stale version, invalid where nothing changes, and never earlier", async () => {
    const of = await aPatient(await aClinic());
    const before = await written(of);
    const input = later(of.patient.id);
    await expect(setTimeline(asActor(of.surgeon), { ...input, version: 7 })).rejects.toThrow(Conflict);
    await expect(setTimeline(asActor(of.surgeon), { ...input, factors: [], shiftDays: 0 })).rejects.toEqual(
      new Invalid({ shiftDays: "nothingChanged" }),
    );
    for (const shiftDays of [-1, 366, 1.5, "7"]) {
      expect(setTimelineSchema.safeParse({ ...input, shiftDays }).success).toBe(false);
    }
    expect(await written(of)).toEqual(before);
  });
});
