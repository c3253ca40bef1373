import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { daysBetween } from "@/lib/clinical/days";
import { rampGroups } from "@/lib/clinical/facts";
import { startingDosages } from "@/lib/clinical/starting-dosage";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadSettings } from "@/lib/records/settings/current-settings";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { DraftLine } from "@/lib/schemas/program";

/** Without a `templateId` the shipped template of the protocol is taken. */
type NewEpisode = { patientId: string; episodeId: string; protocolId: string; templateId?: string; startOn: Day };

const startingRow = z.strictObject({
  templateVersionId: z.string(),
  templateLineId: z.string(),
  phase: z.number(),
  dayStart: z.number(),
  exercise: z.string(),
  rampGroup: z.enum(rampGroups).nullable(),
  dosage: dosageSchema,
  overrideReason: z.string().nullable(),
});

/**
 * Assigns the newest published version of the chosen template: a program in draft, with the starting selection of every phase, that begins in
 * the phase in which today falls (phase 1 before its first day). Timed work starts and grows as review lets it pass: a reason that the content
 * gives for its default goes only with the default.
 * @returns the program's id
 */
export async function startProgram(tx: Tx, actor: Actor, episode: NewEpisode, today: Day): Promise<string> {
  const { clinicId } = actor;
  const starting = await loadStartingSelection(tx, clinicId, episode);
  const [first] = starting;
  if (!first) throw new NotFound("template");
  const day = daysBetween(episode.startOn, today);
  const startPhase = Math.max(1, ...starting.filter((row) => row.dayStart <= day).map((row) => row.phase));
  const dosages = startingDosages(starting, startPhase, (await loadSettings(tx, clinicId)).clinical);
  const lines: DraftLine[] = starting.map((row, index) => {
    const dosage = dosages[index] ?? row.dosage;
    return {
      id: crypto.randomUUID(),
      phase: row.phase,
      exercise: row.exercise,
      dosage,
      noteToPatient: null,
      overrideReason: dosage === row.dosage ? row.overrideReason : null,
      templateLineId: row.templateLineId,
    };
  });
  const program = await tx.program.create({
    data: {
      clinicId,
      patientId: episode.patientId,
      episodeId: episode.episodeId,
      templateVersionId: first.templateVersionId,
    },
  });
  await tx.programDraft.create({
    data: {
      clinicId,
      programId: program.id,
      patientId: episode.patientId,
      startPhase,
      lines,
      changedById: actor.userId,
    },
  });
  await recordAct(tx, actor, "program.draft", { kind: "program", id: program.id, patientId: episode.patientId });
  return program.id;
}

async function loadStartingSelection(
  tx: Tx,
  clinicId: string,
  { protocolId, templateId }: Pick<NewEpisode, "protocolId" | "templateId">,
): Promise<z.output<typeof startingRow>[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT te.id AS "templateLineId", v.id AS "templateVersionId", tp.n AS phase, (tp.facts ->> 'dayStart')::int AS "dayStart",
      x.code AS exercise, x.facts ->> 'rampGroup' AS "rampGroup", te.dosage, te.override_reason ->> 'en' AS "overrideReason"
    FROM template_exercise te
    JOIN template_phase tp ON tp.clinic_id = te.clinic_id AND tp.id = te.phase_id
    JOIN template_version v ON v.clinic_id = tp.clinic_id AND v.id = tp.version_id
    JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
    WHERE te.clinic_id = ${clinicId}::uuid AND te.starting AND v.id = (
      SELECT newest.id FROM template_version newest
      JOIN template t ON t.clinic_id = newest.clinic_id AND t.id = newest.template_id
      WHERE newest.clinic_id = ${clinicId}::uuid AND t.protocol_id = ${protocolId} AND t.retired_at IS NULL
        AND (t.id = ${templateId ?? null}::uuid OR (${templateId ?? null}::uuid IS NULL AND t.origin = 'shipped'))
        AND newest.published_at IS NOT NULL
      ORDER BY newest.number DESC LIMIT 1)
    ORDER BY tp.n, te.position`;
  return z.array(startingRow).parse(rows);
}
