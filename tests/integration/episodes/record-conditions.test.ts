import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { recordConditions } from "@/lib/records/episodes/record-conditions";
import { loadToday } from "@/lib/records/today/load-today";
import { aClinic, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { rowsOf, written } from "./given";

describe("recording conditions", () => {
  it("keeps who recorded them, gives them to the episode and is audited", async () => {
    const of = await aPatient(await aClinic(), { conditions: ["vertigo"] });
    const patientId = of.patient.id;
    const recorded = { patientId, version: 1, conditions: ["vertigo" as const, "osteoporosis" as const] };
    expect(await recordConditions(asActor(of.surgeon), recorded)).toEqual({ met: [] });
    expect(await rowsOf("episode", of)).toMatchObject([{ conditions: ["osteoporosis", "vertigo"], version: 2 }]);
    expect(await rowsOf("condition_change", of)).toMatchObject([
      { conditions: ["osteoporosis", "vertigo"], changed_by_id: of.surgeon.id },
    ]);
    expect(await rowsOf("audit_event", of)).toMatchObject([{ act: "episode.conditions", subject_id: of.episode.id }]);
    await recordConditions(asActor(of.therapist), { patientId, version: 2, conditions: [] });
    expect(await rowsOf("episode", of)).toMatchObject([{ conditions: [], version: 3 }]);
  });

  it("closes a signed line that it speaks against at once, names it, and tells the therapist once", async () => {
    const of = await aPatient(await aClinic(), { days: 20 });
    await aProgram(of);
    await aGrantedClearance(of, "PROGRAM_START");
    const before = await loadToday(asActor(of.user));
    const patientId = of.patient.id;
    const { met } = await recordConditions(asActor(of.surgeon), {
      patientId,
      version: 1,
      conditions: ["suspected-dvt"],
    });
    const closed = met.filter(({ isClosed }) => isClosed).map(({ name }) => name.en);
    expect(closed.length).toBeGreaterThan(0);
    const names = (today: typeof before) => today.lines.map(({ texts }) => texts.name.en);
    const after = await loadToday(asActor(of.user));
    expect(names(after)).toEqual(names(before).filter((name) => !closed.includes(name)));
    expect(names(after).length).toBeLessThan(names(before).length);
    const alerts = await rowsOf("alert", of);
    expect(alerts).toMatchObject([{ cause: "condition-recorded", owner_id: of.therapist.id, state: "open" }]);
  });

  it("does not exist for another clinic or a clinician off the team", async () => {
    const of = await aPatient(await aClinic());
    const input = { patientId: of.patient.id, version: 1, conditions: ["vertigo" as const] };
    const before = await written(of);
    for (const stranger of [
      await aTherapist(await aClinic()),
      await aTherapist(of.clinic),
      await aSurgeon(of.clinic),
    ]) {
      await expect(recordConditions(asActor(stranger), input)).rejects.toThrow(NotFound);
    }
    expect(await written(of)).toEqual(before);
  });

  it("is refused to other roles", async () => {
    const of = await aPatient(await aClinic());
    const input = { patientId: of.patient.id, version: 1, conditions: ["vertigo" as const] };
    const before = await written(of);
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(recordConditions(asActor(user), input)).rejects.toThrow(Denied);
    }
    expect(await written(of)).toEqual(before);
  });

  it("is a conflict on a stale version and invalid where nothing changes, and writes nothing", async () => {
    const of = await aPatient(await aClinic(), { conditions: ["vertigo"] });
    const before = await written(of);
    const input = { patientId: of.patient.id, version: 1, conditions: ["vertigo" as const] };
    await expect(recordConditions(asActor(of.therapist), input)).rejects.toEqual(
      new Invalid({ conditions: "nothingChanged" }),
    );
    const stale = { ...input, version: 2, conditions: ["osteoporosis" as const] };
    await expect(recordConditions(asActor(of.therapist), stale)).rejects.toThrow(Conflict);
    expect(await written(of)).toEqual(before);
  });
});
