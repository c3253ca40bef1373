import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import type { Prisma } from "@/lib/db/generated/client";
import { dosageSchema } from "@/lib/schemas/dosage";
import { dosageOfLine } from "./dosage-columns";

const count = z.number().nullable();
const phaseContent = z.strictObject({
  n: z.number(),
  facts: z.json(),
  dayStart: z.number(),
  dayEndExclusive: count,
  entryKeys: z.array(z.string()),
});
const lineContent = z.strictObject({
  phase: z.number(),
  position: z.number(),
  exerciseId: z.string(),
  exerciseCode: z.string(),
  sets: count,
  reps: count,
  holdSec: count,
  restSec: count,
  durationMin: count,
  perDay: count,
  perWeek: count,
  /** Absent where the patient chooses the days: what was signed before there were any keeps its digest. */
  weekdays: z.array(z.number()).exactOptional(),
  loadKg: count,
  rpeMax: count,
  side: z.string().nullable(),
  noteToPatient: z.string().nullable(),
  opensOn: z.iso.date(),
  needsKeys: z.array(z.string()),
  isLoadedLifting: z.boolean(),
  heldBackUntil: z.string().nullable(),
  findings: z.json(),
  overrideReason: z.string().nullable(),
  templateLineId: z.string().nullable(),
  /** An exercise of the clinic's own as it was signed, facts and texts; absent for a shipped one. */
  ownExercise: z.json().exactOptional(),
});
const storedContent = z.strictObject({
  settingsVersion: z.number().nullable(),
  phases: z.array(phaseContent),
  lines: z.array(lineContent),
});

export type PhaseContent = Omit<z.output<typeof phaseContent>, "facts"> & { facts: unknown };
export type LineContent = Omit<z.output<typeof lineContent>, "findings" | "ownExercise"> & {
  findings: unknown;
  ownExercise?: unknown;
};
/** Every column of a signed revision but its own ids and the signature: what the digest covers. */
export type RevisionContent = {
  patientId: string;
  programId: string;
  number: number;
  /** The version of the clinic's numbers by which it was judged; absent: as shipped. */
  settingsVersion?: number;
  phases: PhaseContent[];
  lines: LineContent[];
};

/** The content as the rows hold it, in one query; a verifier computes the digest over this. */
export async function loadRevisionContent(
  tx: Tx,
  clinicId: string,
  revision: { id: string; programId: string; patientId: string; number: number },
): Promise<RevisionContent> {
  const rows = await tx.$queryRaw<{ content: unknown }[]>`
    SELECT jsonb_build_object('settingsVersion', nullif(r.settings_version, 0),
      'phases', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('n', ph.n, 'facts', ph.facts, 'dayStart', ph.day_start,
          'dayEndExclusive', ph.day_end_exclusive, 'entryKeys', to_jsonb(ph.entry_keys)) ORDER BY ph.n), '[]')
        FROM program_phase ph WHERE ph.clinic_id = r.clinic_id AND ph.revision_id = r.id),
      'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('phase', l.phase, 'position', l.position, 'exerciseId', l.exercise_id,
          'exerciseCode', l.exercise_code, 'noteToPatient', l.note_to_patient, 'opensOn', l.opens_on, 'needsKeys', to_jsonb(l.needs_keys),
          'isLoadedLifting', l.is_loaded_lifting, 'heldBackUntil', l.held_back_until, 'findings', l.findings,
          'overrideReason', l.override_reason, 'templateLineId', l.template_line_id) || ${dosageOfLine}
          || CASE WHEN l.own_exercise IS NULL THEN '{}' ELSE jsonb_build_object('ownExercise', l.own_exercise) END ORDER BY l.phase, l.position), '[]')
        FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id)
    ) AS content
    FROM program_revision r WHERE r.clinic_id = ${clinicId}::uuid AND r.id = ${revision.id}::uuid`;
  const { patientId, programId, number } = revision;
  const { settingsVersion, ...content } = storedContent.parse(rows[0]?.content);
  return { patientId, programId, number, ...(settingsVersion === null ? {} : { settingsVersion }), ...content };
}

/** The dosage of a signed line as the rules and the screen read it. */
export function dosageOfContent(line: LineContent): z.output<typeof dosageSchema> {
  const { sets, reps, holdSec, restSec, durationMin, perDay, perWeek, weekdays, loadKg, rpeMax, side } = line;
  return dosageSchema.parse({
    ...{ sets, reps, holdSec, restSec, durationMin, perDay, perWeek, loadKg, rpeMax, side },
    ...(weekdays && { weekdays }),
  });
}

/** A line of the content as a row. */
export function lineRow(
  ids: { clinicId: string; revisionId: string; patientId: string },
  { opensOn, findings, ownExercise, ...line }: LineContent,
): Prisma.PrescribedExerciseCreateManyInput {
  return {
    ...ids,
    ...line,
    opensOn: new Date(`${opensOn}T00:00:00Z`),
    findings: jsonOf(findings),
    ...(ownExercise === undefined ? {} : { ownExercise: jsonOf(ownExercise) }),
  };
}

/** A phase of the content as a row. */
export function phaseRow(
  ids: { clinicId: string; revisionId: string; patientId: string },
  { facts, ...phase }: PhaseContent,
): Prisma.ProgramPhaseCreateManyInput {
  return { ...ids, ...phase, facts: jsonOf(facts) };
}

function jsonOf(value: unknown): Prisma.InputJsonValue {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return z.json().parse(copy) ?? {};
}
