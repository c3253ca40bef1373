import { daysBetween } from "@/lib/clinical/days";
import type { PhaseFacts } from "@/lib/clinical/facts";
import { dateOf, dayIn } from "@/lib/dates";
import { loadClinicalContent } from "@/lib/records/programs/clinical-content";
import type { LineContent } from "@/lib/records/programs/revision-content";
import { loadSituation } from "@/lib/records/programs/situation";
import type { DraftLine } from "@/lib/schemas/program";
import { templateLines } from "@/prisma/demo/template-lines";
import { writeRevision } from "@/prisma/demo/write-revision";
import { acting, asActor, type TestPatient, type TestUser } from "./factories";
import { aDatabase } from "./test-database";

export type TestProgram = {
  id: string;
  templateVersionId: string;
  phase: number;
  /** Of the program row. */
  version: number;
  revision: { id: string; number: 1 };
  /** As signed, in order; whether the patient reads one is the database's decision. */
  lines: (LineContent & { id: string })[];
};

/**
 * Revision 1 of the protocol's starting selection, signed by the patient's therapist and active in the phase of today's day.
 * @param given another phase, a change of the lines before they are signed, or that all of it was so many days ago
 */
export async function aProgram(
  { clinic, patient, episode, therapist }: TestPatient,
  given: { phase?: number; lines?: (starting: DraftLine[]) => DraftLine[]; daysAgo?: number } = {},
): Promise<TestProgram> {
  const clinicId = clinic.id;
  const now = new Date(Date.now() - (given.daysAgo ?? 0) * 86_400_000);
  const today = dayIn(clinic.timeZone, now);
  return acting(therapist, async (tx) => {
    const { templateVersionId, starting } = await templateLines(tx, clinicId, episode.protocolId);
    const lines = given.lines?.([...starting]) ?? [...starting];
    const before = await loadSituation(tx, clinicId, episode.id, today);
    const content = await loadClinicalContent(
      tx,
      clinicId,
      templateVersionId,
      lines.map(({ exercise }) => exercise),
      before?.otherProtocols ?? [],
    );
    const phases = content.protocols[episode.protocolId]?.phases ?? [];
    const phase = given.phase ?? phaseOn(phases, daysBetween(episode.startOn, today));
    const id = crypto.randomUUID();
    const ids = { clinicId, patientId: patient.id };
    await tx.program.createMany({ data: { ...ids, id, episodeId: episode.id, templateVersionId } });
    const known = await loadSituation(tx, clinicId, episode.id, today);
    if (!known) throw new Error("the episode is not there");
    const { currentPhase: _, otherProtocols: __, settings: ___, ...situation } = known;
    const revision = await writeRevision(
      tx,
      asActor(therapist),
      {
        programId: id,
        patientId: patient.id,
        episodeId: episode.id,
        templateVersionId,
        number: 1,
        lines,
        situation: { ...situation, phase },
      },
      content,
      now,
    );
    await tx.program.updateMany({
      where: { clinicId, id },
      data: { state: "active", currentRevision: 1, currentPhase: phase, version: { increment: 1 } },
    });
    await tx.phaseChange.createMany({
      data: {
        ...ids,
        programId: id,
        toPhase: phase,
        reason: "program-start",
        changedById: therapist.id,
        changedAt: now,
        onDay: dateOf(today),
      },
    });
    return {
      id,
      templateVersionId,
      phase,
      version: 2,
      revision: { id: revision.id, number: 1 },
      lines: revision.lines,
    };
  });
}

function phaseOn(phases: readonly PhaseFacts[], day: number): number {
  return phases.findLast(({ dayStart }) => dayStart <= day)?.n ?? 1;
}

/** Puts a program in any state, past the triggers that keep the ways there. */
export async function putProgramIn(state: string, programId: string, by: TestUser): Promise<void> {
  await pastTriggers(
    `UPDATE program SET state = $1, version = version + 1, completed_at = CASE $1 WHEN 'completed' THEN now() END,
      completed_by_id = CASE $1 WHEN 'completed' THEN $2::uuid END, completion_reason = CASE $1 WHEN 'completed' THEN 'done' END
     WHERE id = $3`,
    [state, by.id, programId],
  );
}

/** One statement of the owner's with every trigger asleep. */
export async function pastTriggers(sql: string, values: readonly unknown[]): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, [...values]);
  } finally {
    await client.query("SET session_replication_role = origin");
    client.release();
  }
}
