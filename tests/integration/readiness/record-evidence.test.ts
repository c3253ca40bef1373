import { describe, expect, it } from "vitest";
import { dateOf } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordEvidence } from "@/lib/records/readiness/record-evidence";
import { recordEvidenceSchema, type RecordEvidenceInput } from "@/lib/schemas/evidence";
import { acting, aClinic, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { codeOf } from "../alerts/given";
import { beforePhase2, daysAgo, rowsOf, type BeforePhase2 } from "./given";

function walked({ of, program }: BeforePhase2, given: Readonly<Record<string, unknown>> = {}): RecordEvidenceInput {
  const shared = { programId: program.id, phase: 2, observedOn: daysAgo(of, 0) };
  return recordEvidenceSchema.parse({ ...shared, criterion: "walkContinuousMin", value: 12, ...given });
}

describe("recording evidence", () => {
  it("keeps what was seen, by whom and when, and is audited", async () => {
    const before = await beforePhase2();
    const { of, program } = before;
    for (const user of [of.therapist, of.surgeon])
      await recordEvidence(asActor(user), walked(before, { note: "Corridor." }));
    expect(await rowsOf("criterion_evidence", of)).toMatchObject([
      { criterion: "walkContinuousMin", value: 12, phase: 2, note: "Corridor.", recorded_by_id: of.therapist.id },
      { recorded_by_id: of.surgeon.id },
    ]);
    const acts = (await rowsOf("audit_event", of)).filter(({ act }) => act === "evidence.record");
    expect(acts).toMatchObject([{ subject_id: program.id, actor_id: of.therapist.id }, { actor_id: of.surgeon.id }]);
  });

  it("does not know another clinic's program, nor one of a patient of another team", async () => {
    const before = await beforePhase2();
    for (const stranger of [await aTherapist(await aClinic()), await aTherapist(before.of.clinic)]) {
      await expect(recordEvidence(asActor(stranger), walked(before))).rejects.toThrow(NotFound);
    }
    expect(await rowsOf("criterion_evidence", before.of)).toEqual([]);
  });

  it("is refused to the wrong role, and writes nothing", async () => {
    const before = await beforePhase2();
    for (const user of [before.of.user, await anAdministrator(before.of.clinic)]) {
      await expect(recordEvidence(asActor(user), walked(before))).rejects.toThrow(Denied);
    }
    expect(await rowsOf("criterion_evidence", before.of)).toEqual([]);
    expect((await rowsOf("audit_event", before.of)).filter(({ act }) => act === "evidence.record")).toEqual([]);
  });

  it("names the field that is wrong: in the future, before the procedure, not asked for, without the norm", async () => {
    const before = await beforePhase2();
    const { of } = before;
    const wrongs: [Record<string, unknown>, Record<string, string>][] = [
      [{ observedOn: daysAgo(of, -1) }, { observedOn: "datedInTheFuture" }],
      [{ observedOn: daysAgo(of, 17) }, { observedOn: "beforeProcedure" }],
      [{ criterion: "sitToleranceMin" }, { criterion: "notAsked" }],
      [{ criterion: "functional:TUG" }, { criterion: "notAsked" }],
      [{ criterion: "other:2", value: true }, { criterion: "notAsked" }],
    ];
    for (const [given, fields] of wrongs) {
      await expect(recordEvidence(asActor(of.therapist), walked(before, given))).rejects.toEqual(new Invalid(fields));
    }
    const late = await aPatient(of.clinic, { days: 120 });
    await aGrantedClearance(late, "PROGRAM_START");
    const program = await aProgram(late, { phase: 4 });
    const stood = { phase: 5, criterion: "functional:30S_CHAIR_STAND", value: 14 };
    const bare = walked({ of: late, program }, stood);
    const therapist = asActor(late.therapist);
    await expect(recordEvidence(therapist, bare)).rejects.toEqual(new Invalid({ norm: "normNeeded" }));
    const fused = walked({ of: late, program }, { phase: 5, criterion: "fusionEvidence", value: "SOLID" });
    await expect(recordEvidence(therapist, fused)).rejects.toEqual(new Refused("surgeonOnly"));
    expect(await rowsOf("criterion_evidence", late)).toEqual([]);
    await recordEvidence(asActor(late.surgeon), fused);
    await recordEvidence(therapist, walked({ of: late, program }, { ...stood, norm: 12 }));
    expect(await rowsOf("criterion_evidence", late)).toMatchObject([{ value: "SOLID" }, { value: 14, norm: "12.00" }]);
  });

  it("is a conflict when the program has gone on to another phase", async () => {
    const before = await beforePhase2();
    await expect(recordEvidence(asActor(before.of.therapist), walked(before, { phase: 3 }))).rejects.toThrow(Conflict);
    expect(await rowsOf("criterion_evidence", before.of)).toEqual([]);
  });

  it("does not take a value of another kind", () => {
    const shared = { programId: crypto.randomUUID(), phase: 2, observedOn: "2026-11-20" };
    const wrongs = [
      ["walkContinuousMin", true, "numberNeeded"],
      ["walkContinuousMin", 7.5, "wholeNumber"],
      ["sitToleranceMin", -1, "outOfRange"],
      ["woundClosed", 1, "yesOrNo"],
      ["other:1", "yes", "yesOrNo"],
      ["fusionEvidence", "FUSED", "chooseOne"],
      ["functional:TUG", 9.25, "oneDecimal"],
    ] as const;
    for (const [criterion, value, message] of wrongs) {
      const { error } = recordEvidenceSchema.safeParse({ ...shared, criterion, value });
      expect(error?.issues).toMatchObject([{ path: ["value"], message }]);
    }
    for (const criterion of ["adherencePct", "functional:TUGG", "other:0", "hold"]) {
      const { error } = recordEvidenceSchema.safeParse({ ...shared, criterion, value: 1 });
      expect(error?.issues).toMatchObject([{ path: ["criterion"], message: "badId" }]);
    }
  });
});

describe("the database's own view of evidence", () => {
  it("takes none in somebody else's name, of the wrong kind, or dated ahead, and shows patients none", async () => {
    const before = await beforePhase2();
    const { of, program } = before;
    const row = {
      ...{ clinicId: of.clinic.id, programId: program.id, patientId: of.patient.id, phase: 2 },
      ...{
        criterion: "walkContinuousMin",
        value: 12,
        observedOn: dateOf(daysAgo(of, 0)),
        recordedById: of.therapist.id,
      },
    };
    const write = (given: object) =>
      codeOf(of.therapist, (tx) => tx.criterionEvidence.create({ data: { ...row, ...given } }));
    expect(await write({})).toBeNull();
    expect(await write({ recordedById: of.surgeon.id })).toBe("PW018");
    expect(await write({ value: true })).toBe("23514");
    expect(await write({ criterion: "hold" })).toBe("23514");
    const healed = { criterion: "fusionEvidence", value: "SOLID" };
    expect(await write(healed)).toBe("PW018");
    const bySurgeon = { ...row, ...healed, recordedById: of.surgeon.id };
    expect(await codeOf(of.surgeon, (tx) => tx.criterionEvidence.create({ data: bySurgeon }))).toBeNull();
    expect(await write({ observedOn: dateOf(daysAgo(of, -3)) })).toBe("23514");
    const stranger = await aSurgeon(of.clinic);
    expect(
      await codeOf(stranger, (tx) => tx.criterionEvidence.create({ data: { ...row, recordedById: stranger.id } })),
    ).toBe("PW018");
    await recordEvidence(asActor(of.therapist), walked(before));
    expect(await acting(of.user, (tx) => tx.criterionEvidence.count())).toBe(0);
    await expect(
      aDatabase().superuser.query("UPDATE criterion_evidence SET value = '99' WHERE patient_id = $1", [of.patient.id]),
    ).rejects.toMatchObject({ code: "PW018" });
  });
});
