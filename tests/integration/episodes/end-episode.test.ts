import { describe, expect, it } from "vitest";
import { chosenEnds, endEpisodeSchema, type EndEpisodeInput } from "@/lib/schemas/episode-end";
import { dayIn } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { endEpisode } from "@/lib/records/episodes/end/end-episode";
import { loadEndForm } from "@/lib/records/episodes/end/load-end-form";
import { verifyEnd } from "@/lib/records/episodes/end/verify-end";
import { aQuestion } from "@/tests/integration/questions/given";
import { aGrantedClearance, aRequestedClearance } from "@/tests/support/clearance-factories";
import {
  aClinic,
  acting,
  aPatient,
  asActor,
  aTherapist,
  testPassword,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

type Row = Record<string, unknown>;

async function rowsOf(table: string, { patient }: TestPatient): Promise<Row[]> {
  const { rows } = await aDatabase().superuser.query<Row>(`SELECT * FROM ${table} WHERE patient_id = $1`, [patient.id]);
  return rows;
}

/** As the form sends it after the summary was read. */
async function anEnding(of: TestPatient, given: Partial<EndEpisodeInput> = {}): Promise<EndEpisodeInput> {
  const { version, summarySha256 } = await loadEndForm(asActor(of.therapist), of.patient.id);
  return endEpisodeSchema.parse({
    ...{ patientId: of.patient.id, version, summarySha256, kind: "discharged", reason: "Goals met." },
    ...{ endedOn: dayIn(of.clinic.timeZone, new Date()), advice: "Keep walking every day.", password: testPassword },
    ...given,
  });
}

const endBy = (who: TestUser, input: EndEpisodeInput) => endEpisode(asActor(who), input);

/** Suspended as a warning sign would: only a surgeon lifts it. */
async function suspend({ user, clinic, patient }: TestPatient, programId: string): Promise<void> {
  const ids = { clinicId: clinic.id, programId, patientId: patient.id };
  await acting(user, async (tx) => {
    await tx.hold.createMany({ data: { ...ids, cause: "leg-weakness", surgeonOnly: true } });
    await tx.program.updateMany({ where: { clinicId: clinic.id, id: programId }, data: { state: "held" } });
  });
}

describe("ending an episode", () => {
  it("discharges, signed over the summary: program completed, alerts resolved, what stood open stays", async () => {
    const of = await aPatient(await aClinic(), { restrictions: [{ kind: "no-twisting" }] });
    const program = await aProgram(of);
    await aGrantedClearance(of, "SWIM_POOL");
    await aRequestedClearance(of, "driving");
    await aQuestion(of, { subjectId: "golf" });
    await endBy(of.therapist, await anEnding(of));
    expect(await rowsOf("episode", of)).toMatchObject([{ ended_as: "discharged", version: 2 }]);
    expect(await rowsOf("program", of)).toMatchObject([{ id: program.id, state: "completed" }]);
    expect(await rowsOf("alert", of)).toMatchObject([{ state: "resolved", resolution: "Goals met." }]);
    expect(await rowsOf("patient_question", of)).toMatchObject([{ state: "asked" }]);
    expect((await rowsOf("clearance", of)).map(({ state }) => state).toSorted()).toEqual(["granted", "requested"]);
    const [summary] = await rowsOf("episode_summary", of);
    expect(summary).toMatchObject({
      advice: "Keep walking every day.",
      content: {
        patient: { mrn: of.patient.mrn },
        phases: [{ n: program.phase }],
        revisions: [{ number: 1, by: of.therapist.printedName }],
        restrictions: [{ kind: "no-twisting" }],
      },
    });
    const acts = (await rowsOf("audit_event", of)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(["episode.end", "alert.resolve", "program.complete"]));
    expect(await verifyEnd(asActor(of.surgeon), of.episode.id)).toMatchObject({ holds: true });
    const elsewhere = await aTherapist(of.clinic);
    await expect(verifyEnd(asActor(elsewhere), of.episode.id)).rejects.toThrow(NotFound);
  });

  it("finds a column of the end or its summary that somebody changed", async () => {
    const of = await aPatient(await aClinic());
    await endBy(of.therapist, await anEnding(of));
    const client = await aDatabase().superuser.connect();
    for (const [table, change] of [
      ["episode_end", "reason = 'Other.'"],
      ["episode_end", "reason = 'Goals met.', ended_on = ended_on - 1"],
      ["episode_end", "ended_on = ended_on + 1"],
      ["episode_summary", "advice = NULL"],
      [
        "episode_summary",
        "advice = 'Keep walking every day.', content = jsonb_set(content, '{patient,name}', '\"X\"')",
      ],
    ]) {
      await client.query("BEGIN; SET LOCAL session_replication_role = replica");
      await client.query(`UPDATE ${table ?? ""} SET ${change ?? ""} WHERE episode_id = $1`, [of.episode.id]);
      await client.query("COMMIT");
      const isRestored = change === "ended_on = ended_on + 1";
      expect(await verifyEnd(asActor(of.therapist), of.episode.id), change).toMatchObject({ holds: isRestored });
    }
    client.release();
  });

  it("stops a program that is no more than a draft, keeps its lines with the signature, and is a surgeon's too", async () => {
    const of = await aPatient(await aClinic());
    const ids = { clinicId: of.clinic.id, patientId: of.patient.id };
    await acting(of.therapist, async (tx) => {
      const version = await tx.templateVersion.findFirstOrThrow({ where: { clinicId: of.clinic.id } });
      const program = await tx.program.create({
        data: { ...ids, episodeId: of.episode.id, templateVersionId: version.id },
      });
      await tx.programDraft.create({
        data: {
          ...ids,
          programId: program.id,
          startPhase: 1,
          lines: [{ exercise: "bridge" }],
          changedById: of.therapist.id,
        },
      });
    });
    await endBy(of.surgeon, await anEnding(of, { kind: "transferred", transferredTo: "Lakeside Test Clinic" }));
    expect(await rowsOf("program", of)).toMatchObject([{ state: "stopped" }]);
    expect(await rowsOf("program_draft", of)).toEqual([]);
    expect(await rowsOf("episode_end", of)).toMatchObject([
      {
        ...{ kind: "transferred", transferred_to: "Lakeside Test Clinic", signed_name: of.surgeon.printedName },
        left_draft: { startPhase: 1, lines: [{ exercise: "bridge" }] },
      },
    ]);
    expect(await verifyEnd(asActor(of.therapist), of.episode.id)).toMatchObject({ holds: true });
  });

  it("of somebody who has died closes the sign-in, and no new episode begins", async () => {
    const of = await aPatient(await aClinic());
    const program = await aProgram(of);
    await suspend(of, program.id);
    await endBy(of.therapist, await anEnding(of, { kind: "deceased" }));
    expect(await rowsOf("episode_summary", of)).toMatchObject([{ advice: null }]);
    const { rows } = await aDatabase().superuser.query<Row>("SELECT disabled_at FROM clinic_user WHERE id = $1", [
      of.user.id,
    ]);
    expect(rows[0]?.["disabled_at"]).not.toBeNull();
    const acts = (await rowsOf("audit_event", of)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(["sign-in.close", "program.stop"]));
    const again = acting(of.therapist, async (tx) => {
      const episode = await tx.episode.findFirstOrThrow({ where: { id: of.episode.id } });
      await tx.episode.createMany({ data: { ...episode, id: crypto.randomUUID(), endedAt: null, endedAs: null } });
    });
    await expect(again).rejects.toThrow("PW047");
  });

  it("is refused: off the team, elsewhere, by another role, with another password, suspended, and on a bad day", async () => {
    const of = await aPatient(await aClinic());
    const program = await aProgram(of);
    const good = await anEnding(of);
    await expect(endBy(of.user, good)).rejects.toThrow(Denied);
    for (const who of [await aTherapist(of.clinic), await aTherapist(await aClinic())]) {
      await expect(endBy(who, good)).rejects.toThrow(NotFound);
    }
    await expect(endBy(of.therapist, { ...good, password: "another one" })).rejects.toEqual(
      new Invalid({ password: "passwordIsWrong" }),
    );
    await expect(endBy(of.therapist, { ...good, version: 9 })).rejects.toThrow(Conflict);
    for (const [endedOn, because] of [
      ["2099-01-01", "inTheFuture"],
      ["2001-01-01", "beforeProcedure"],
    ] as const) {
      await expect(endBy(of.therapist, { ...good, endedOn })).rejects.toEqual(new Invalid({ endedOn: because }));
    }
    await suspend(of, program.id);
    const suspended = await anEnding(of);
    await expect(endBy(of.therapist, good)).rejects.toThrow(Refused);
    const transfer = await anEnding(of, { kind: "transferred", transferredTo: "Another clinic" });
    for (const ending of [suspended, transfer]) {
      await expect(endBy(of.therapist, ending)).rejects.toEqual(new Refused("suspendedStill"));
    }
    expect(await rowsOf("episode", of)).toMatchObject([{ ended_at: null, version: 1 }]);
    for (const table of ["episode_end", "episode_summary"]) expect(await rowsOf(table, of)).toEqual([]);
    expect(await rowsOf("program", of)).toMatchObject([{ state: "held" }]);
    expect((await rowsOf("audit_event", of)).map(({ act }) => act)).not.toContain("episode.end");
  });

  it("asks to read again where the record went on since the summary was read", async () => {
    const of = await aPatient(await aClinic());
    const read = await anEnding(of);
    await aRequestedClearance(of, "driving");
    await expect(endBy(of.therapist, read)).rejects.toEqual(new Invalid({ summarySha256: "summaryChanged" }));
  });
});

describe("the form of an end", () => {
  const typed = {
    ...{
      patientId: crypto.randomUUID(),
      version: 1,
      summarySha256: "0".repeat(64),
      endedOn: "2026-11-01",
      reason: "x",
    },
    password: "p",
  };

  it("says to whom, and what the patient is told, where that is needed; a second procedure is not chosen here", () => {
    const missing = chosenEnds.map((kind) => endEpisodeSchema.safeParse({ ...typed, kind }).error?.issues[0]?.path);
    expect(missing).toEqual([["advice"], ["transferredTo"], undefined]);
    expect(endEpisodeSchema.safeParse({ ...typed, kind: "superseded" }).success).toBe(false);
    expect(endEpisodeSchema.safeParse({ ...typed, kind: "deceased", reason: " " }).success).toBe(false);
  });
});
