import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { signing } from "@/lib/clinical/signing";
import { loadProgram } from "@/lib/records/programs/load-program";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { changeSettings } from "@/lib/records/settings/change-settings";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { acting, aPatient, aClinic, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft, admissionOf, revisions, signed } from "../programs/given";

const change = (values: Record<string, number>) => ({ version: 0, reason: "Decided here.", values, reset: [] });

describe("the clinic's own numbers", () => {
  it("judge in builder and at signing; the revision keeps their version and its signature covers it", async () => {
    const given = await aDraft();
    const walk = given.draft.lines.find(({ dosage }) => dosage.durationMin);
    if (!walk) throw new Error("the starting selection has no timed work");
    const lines = given.draft.lines.map((line) =>
      line.id === walk.id ? { ...line, dosage: { ...line.dosage, durationMin: 12 }, overrideReason: null } : line,
    );
    await saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines });
    const findings = async () => {
      const { situation, content, settings } = await loadProgram(given.actor, given.patientId);
      const { lines: judged } = signing({ ...situation, phase: 1, lines }, content, settings);
      return judged[lines.findIndex(({ id }) => id === walk.id)]?.findings.filter(({ rule }) => rule === "ramp");
    };
    expect(await findings()).toEqual([]);
    await changeSettings(given.actor, change({ "rule.rampStartMinutes": 10 }));
    expect(await findings()).toMatchObject([{ severity: "override", source: ["background, unverified"] }]);
    const refused = signRevision(given.actor, signed({ ...given, version: 2 }));
    const field = `lines.${lines.findIndex(({ id }) => id === walk.id)}.overrideReason`;
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { [field]: "reasonNeeded" } });
    const reasoned = lines.map((line) => ({ ...line, overrideReason: "Walks well." }));
    await saveDraft(given.actor, { programId: given.programId, version: 2, startPhase: 1, lines: reasoned });
    await signRevision(given.actor, signed({ ...given, version: 3 }));
    const { rows } = await aDatabase().superuser.query(
      `SELECT r.settings_version AS revision, c.settings_version AS change FROM program_revision r
       JOIN phase_change c ON c.program_id = r.program_id WHERE r.program_id = $1`,
      [given.programId],
    );
    expect(rows).toEqual([{ revision: 1, change: 1 }]);
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(true);
    const client = await aDatabase().superuser.connect();
    try {
      await client.query("SET session_replication_role = replica");
      await client.query("UPDATE program_revision SET settings_version = 0 WHERE program_id = $1", [given.programId]);
      await client.query("SET session_replication_role = DEFAULT");
    } finally {
      client.release();
    }
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(false);
  });

  it("move the earliest day that the builder judges by", async () => {
    const given = await aDraft(30);
    const { content } = await loadProgram(given.actor, given.patientId);
    const dated = Object.values(content.exercises).find(({ earliest }) => (earliest["fusion-lumbar"]?.day ?? 0) > 20);
    const day = dated?.earliest["fusion-lumbar"]?.day;
    if (!dated || day == null) throw new Error("no exercise opens later");
    await changeSettings(given.actor, change({ [`earliest.${dated.id}.fusion-lumbar`]: day + 7 }));
    const after = await loadProgram(given.actor, given.patientId);
    expect(after.content.exercises[dated.id]?.earliest["fusion-lumbar"]?.day).toBe(day + 7);
  });
});

describe("a clinic of its own before both reviews", () => {
  it("signs nothing: the verb says why, and nothing is written", async () => {
    const clinic = await aClinic();
    const therapist = await aTherapist(clinic);
    const surgeon = await aSurgeon(clinic, { hasReviewed: false });
    const actor = asActor(therapist);
    const { patientId } = await admitPatient(actor, admissionOf(clinic, surgeon.id, 3));
    const page = await loadProgram(actor, patientId);
    expect(page.areDefaultsReviewed).toBe(false);
    const refusal = await signRevision(actor, signed(page)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ reason: "defaultsNotReviewed" });
    expect(await revisions(page.programId)).toBe(0);
    expect((await loadProgram(actor, patientId)).state).toBe("draft");
  });

  it("writes no revision in the database either", async () => {
    const clinic = await aClinic();
    const team = [await aTherapist(clinic), await aSurgeon(clinic, { hasReviewed: false })];
    await expect(aProgram(await aPatient(clinic, { careTeam: team }))).rejects.toThrow(
      /signatures of a surgeon and a therapist/,
    );
  });

  it("does not hold in a demo clinic", async () => {
    const clinic = await aClinic({ isDemo: true });
    const [therapist, surgeon] = [
      await aTherapist(clinic, { hasReviewed: false }),
      await aSurgeon(clinic, { hasReviewed: false }),
    ];
    await aProgram(await aPatient(clinic, { careTeam: [therapist, surgeon] }));
    expect(await acting(therapist, (tx) => tx.programRevision.count({ where: { clinicId: clinic.id } }))).toBe(1);
  });
});
