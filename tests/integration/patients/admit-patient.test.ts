import { describe, expect, it } from "vitest";
import { resumeSession } from "@/lib/access/sessions";
import { signIn } from "@/lib/access/sign-in";
import { signing } from "@/lib/clinical/signing";
import { addDays, dayIn } from "@/lib/dates";
import { Denied, Invalid } from "@/lib/errors";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadProgram } from "@/lib/records/programs/load-program";
import { admitPatientSchema, type AdmitPatientInput } from "@/lib/schemas/patient";
import {
  aClinic,
  aPatient,
  acting,
  anAdministrator,
  asActor,
  aSurgeon,
  aTherapist,
  type TestClinic,
} from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

let counter = 0;

function anAdmission(surgeonId: string, given: { identity?: object; episode?: object } = {}): AdmitPatientInput {
  counter += 1;
  return admitPatientSchema.parse({
    identity: {
      givenName: "Ottilie",
      familyName: "Cloudberry",
      mrn: `DEMO-A${counter}`,
      birthDate: "1960-05-01",
      locale: "es",
      signInName: `Ottilie${counter}@Tests.example`,
      ...given.identity,
    },
    episode: {
      procedureType: "fusion",
      region: "LUMBAR",
      levels: ["L4–L5"],
      technique: "TLIF",
      procedureDate: "2026-10-01",
      surgeonId,
      protocolId: "fusion-lumbar",
      conditions: ["osteoporosis"],
      restrictions: [{ kind: "no-bending" }, { kind: "lift-limit", kg: 4.5, untilDate: "2027-01-01" }],
      ...given.episode,
    },
  });
}

async function counts(clinic: TestClinic): Promise<number[]> {
  const tables = ["patient", "clinic_user", "episode", "restriction", "program", "program_draft", "audit_event"];
  const rows = await Promise.all(
    tables.map((table) =>
      aDatabase().superuser.query(`SELECT count(*)::int AS n FROM ${table} WHERE clinic_id = $1`, [clinic.id]),
    ),
  );
  return rows.map(({ rows: [row] }: { rows: { n: number }[] }) => row?.n ?? 0);
}

describe("admitting a patient", () => {
  it("makes identity, sign-in, care team, episode and a draft program in one act, audited", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const { patientId, signInName, firstPassword } = await admitPatient(asActor(therapist), anAdmission(surgeon.id));
    const stored = await acting(therapist, (tx) =>
      tx.patient.findFirstOrThrow({
        where: { clinicId: clinic.id, id: patientId },
        include: {
          careTeam: true,
          episodes: { include: { restrictions: true } },
          programs: { include: { draft: true } },
        },
      }),
    );
    expect(stored.careTeam.map(({ userId }) => userId).toSorted()).toEqual([therapist.id, surgeon.id].toSorted());
    expect(stored.episodes[0]?.restrictions).toHaveLength(2);
    expect(stored.programs[0]).toMatchObject({ state: "draft", currentRevision: null });
    expect(stored.programs[0]?.draft?.lines).toSatisfy((lines) => Array.isArray(lines) && lines.length > 10);
    const { rows } = await aDatabase().superuser.query(
      "SELECT act FROM audit_event WHERE patient_id = $1 ORDER BY act",
      [patientId],
    );
    expect(rows).toEqual([{ act: "episode.open" }, { act: "patient.create" }, { act: "program.draft" }]);
    const token = await signIn(signInName.toUpperCase(), firstPassword, "direct");
    expect(await resumeSession(token ?? "", crypto.randomUUID())).toMatchObject({
      role: "patient",
      patientId,
      locale: "es",
    });
  });

  it("begins the draft in the phase in which today falls", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const today = dayIn(clinic.timeZone, new Date());
    for (const [days, phase] of [
      [-3, 1],
      [0, 1],
      [13, 1],
      [14, 2],
      [59, 3],
      [400, 6],
    ] as const) {
      const admission = anAdmission(surgeon.id, { episode: { procedureDate: addDays(today, -days) } });
      const { patientId } = await admitPatient(asActor(therapist), admission);
      const draft = await acting(therapist, (tx) =>
        tx.programDraft.findFirstOrThrow({ where: { clinicId: clinic.id, patientId } }),
      );
      expect([days, draft.startPhase]).toEqual([days, phase]);
    }
  });

  it.each([0, 20, 59, 90, 150, 400])("begins timed work so that the ramp needs no reason, on day %i", async (days) => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const procedureDate = addDays(dayIn(clinic.timeZone, new Date()), -days);
    const { patientId } = await admitPatient(
      asActor(therapist),
      anAdmission(surgeon.id, { episode: { procedureDate } }),
    );
    const { situation, content, draft, previous } = await loadProgram(asActor(therapist), patientId);
    const { startPhase, lines } = draft ?? { startPhase: 0, lines: [] };
    const answer = signing({ ...situation, phase: startPhase, previous, lines }, content);
    expect(answer.lines.filter(({ findings }) => findings.some(({ rule }) => rule === "ramp"))).toEqual([]);
    expect(lines.some(({ dosage, phase }) => phase >= startPhase && dosage.durationMin !== null)).toBe(true);
  });

  it("counts a pathway from its own start, and follows an earlier fusion too, with who recorded what", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const today = dayIn(clinic.timeZone, new Date());
    const pathway = { protocolId: "fbss", procedureDate: addDays(today, -400), pathwayStart: addDays(today, -20) };
    const alsoFollows = [{ protocolId: "fusion-lumbar", anchorOn: addDays(today, -400), reason: "Fused in 2025." }];
    const conditions = ["osteoporosis" as const];
    const admission = anAdmission(surgeon.id, { episode: { ...pathway, alsoFollows, conditions } });
    const { patientId } = await admitPatient(asActor(therapist), admission);
    const page = await loadEpisode(asActor(therapist), patientId);
    expect(page).toMatchObject({
      ...{ day: 20, daysAfterProcedure: 400, pathwayStart: addDays(today, -20) },
      also: [{ protocolId: "fusion-lumbar", by: therapist.printedName, reason: "Fused in 2025." }],
      conditionChanges: [{ conditions, by: therapist.printedName }],
    });
    const { draft } = await loadProgram(asActor(therapist), patientId);
    expect(draft?.startPhase).toBe(2);
  });

  it("keeps no pathway start of a protocol that counts from the procedure", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const admission = anAdmission(surgeon.id, { episode: { pathwayStart: "2026-11-01" } });
    const { patientId } = await admitPatient(asActor(therapist), admission);
    expect((await loadEpisode(asActor(therapist), patientId)).pathwayStart).toBeNull();
  });

  it("names the field that is taken or does not fit, and writes nothing", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const taken = anAdmission(surgeon.id);
    await admitPatient(asActor(therapist), taken);
    const before = await counts(clinic);
    const wrong = [
      [{ identity: { mrn: taken.identity.mrn } }, { "identity.mrn": "mrnTaken" }],
      [{ identity: { signInName: taken.identity.signInName } }, { "identity.signInName": "signInNameTaken" }],
      [{ identity: { birthDate: "2099-01-01" } }, { "identity.birthDate": "birthInPast" }],
      [{ episode: { procedureDate: "2099-01-01" } }, { "episode.procedureDate": "farAhead" }],
      [{ episode: { surgeonId: therapist.id } }, { "episode.surgeonId": "chooseOne" }],
      [{ episode: { protocolId: "fbss" } }, { "episode.pathwayStart": "required" }],
      [{ episode: { protocolId: "fbss", pathwayStart: "2099-01-01" } }, { "episode.pathwayStart": "farAhead" }],
      [
        { episode: { alsoFollows: [{ protocolId: "no-such", anchorOn: "2026-10-01", reason: "x" }] } },
        { "episode.alsoFollows.0.protocolId": "chooseOne" },
      ],
      [{ episode: { protocolId: "injection-epidural" } }, { "episode.protocolId": "protocolDoesNotFit" }],
      [{ episode: { protocolId: "no-such" } }, { "episode.protocolId": "protocolDoesNotFit" }],
    ] as const;
    for (const [given, fields] of wrong) {
      const refused = admitPatient(asActor(therapist), anAdmission(surgeon.id, given));
      await expect(refused).rejects.toThrow(Invalid);
      await expect(refused).rejects.toMatchObject({ fields });
    }
    expect(await counts(clinic)).toEqual(before);
  });

  it("takes a sign-in name once over the whole installation, a record number once a clinic", async () => {
    const [one, two] = [await aClinic(), await aClinic()];
    const first = anAdmission((await aSurgeon(one)).id);
    await admitPatient(asActor(await aTherapist(one)), first);
    const surgeon = await aSurgeon(two);
    const again = admitPatient(
      asActor(await aTherapist(two)),
      anAdmission(surgeon.id, { identity: { signInName: first.identity.signInName } }),
    );
    await expect(again).rejects.toMatchObject({ fields: { "identity.signInName": "signInNameTaken" } });
    await admitPatient(
      asActor(await aTherapist(two)),
      anAdmission(surgeon.id, { identity: { mrn: first.identity.mrn } }),
    );
  });

  it("does not know another clinic's surgeon", async () => {
    const surgeon = await aSurgeon(await aClinic());
    await expect(
      admitPatient(asActor(await aTherapist(await aClinic())), anAdmission(surgeon.id)),
    ).rejects.toMatchObject({
      fields: { "episode.surgeonId": "chooseOne" },
    });
  });

  it("is refused to every other role", async () => {
    const given = await aPatient(await aClinic());
    for (const other of [given.surgeon, given.user, await anAdministrator(given.clinic)]) {
      await expect(admitPatient(asActor(other), anAdmission(given.surgeon.id))).rejects.toThrow(Denied);
    }
  });
});
