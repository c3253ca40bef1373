import { z } from "zod";
import type { Dosage, ExerciseFacts } from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import type { Ask } from "@/lib/db/ask-in-clinic";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { figureOfLine } from "@/lib/records/library/figure-of";
import { readOnce } from "@/lib/records/library/read-once";
import { dosageOfLine } from "@/lib/records/programs/dosage-columns";
import { lineIsOpen } from "@/lib/records/programs/line-as-drafted";
import { dosageSchema } from "@/lib/schemas/dosage";
import { outcomes } from "@/lib/schemas/outcomes";
import { shownFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { exerciseTextsSchema, type ExerciseTexts } from "./exercise-texts";

const lineSchema = z.strictObject({
  id: z.string(),
  exercise: z.string(),
  dosage: z.pipe(
    dosageSchema,
    z.transform((dosage): Dosage => dosage),
  ),
  noteToPatient: z.string().nullable(),
  figure: shownFigureSchema,
  /** The latest mark of each session of the day, by its number. */
  marks: z.record(z.string(), z.enum(outcomes)),
});

/** A line, by which hash the library says what it does of its exercise, and of one of the clinic's own what was signed. */
const openLineRow = z.object({
  said: z.strictObject({
    line: lineSchema,
    exerciseId: z.string(),
    saidHash: z.string(),
    signed: z.object({ facts: exerciseFactsSchema, texts: exerciseTextsSchema }).nullable(),
  }),
});

export type OpenLine = z.output<typeof lineSchema> & {
  facts: ExerciseFacts;
  /** Of an exercise of the clinic's own: the facts with which the line was signed. */
  signedFacts: ExerciseFacts | null;
  texts: ExerciseTexts;
};

/** Somewhat more than the shipped library has. */
const exercisesKept = 400;
const readExercises = readOnce(
  z.object({ facts: exerciseFactsSchema, texts: exerciseTextsSchema }),
  (ids) =>
    Prisma.sql`SELECT x.id, x.said_hash AS hash, jsonb_build_object('facts', x.facts, 'texts', x.texts) AS said FROM exercise x
      WHERE x.clinic_id = this_clinic() AND x.id = ANY (${ids}::uuid[])`,
  exercisesKept,
);

/**
 * The signed lines that a patient may do today, in the order of the program, each with the day's marks, as one column for `readOpenLines`. For a patient
 * the gate is the policy `open_lines_for_a_patient`; for the team, who read more, the same function of the database
 * stands in the query. The gate is asked of the lines of the phase in force alone: no others are open, and a long program has hundreds.
 */
export function openLinesOf(clinicId: string, patientId: string, today: Day): Prisma.Sql {
  // Asked once: a day begins without a mark, and each line's are dear to gather.
  const isMarked = Prisma.sql`EXISTS (
        SELECT FROM exercise_log g WHERE g.clinic_id = ${clinicId}::uuid AND g.patient_id = ${patientId}::uuid AND g.on_day = ${today}::date)`;
  return Prisma.sql`
    SELECT l.position, l.id, json_build_object('exerciseId', x.id, 'saidHash', x.said_hash,
      'line', json_build_object(
        'id', l.id, 'exercise', l.exercise_code, 'noteToPatient', l.note_to_patient, 'figure', ${figureOfLine}, 'dosage', ${dosageOfLine},
        'marks', CASE WHEN ${isMarked} THEN (
          SELECT coalesce(jsonb_object_agg(m.session, m.outcome), '{}') FROM marks_of_day(l.clinic_id, l.id, ${today}::date) m) ELSE '{}' END),
      'signed', CASE WHEN l.own_exercise IS NOT NULL THEN
        jsonb_build_object('facts', l.own_exercise -> 'facts', 'texts', l.own_exercise -> 'texts') END) AS said
    FROM program p
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
    JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = p.current_phase
    JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
    WHERE p.clinic_id = ${clinicId}::uuid AND p.patient_id = ${patientId}::uuid AND p.state IN ('active', 'held')
      AND l.patient_id = p.patient_id AND ((SELECT current_setting('app.actor_role', true)) = 'patient' OR ${lineIsOpen})
    ORDER BY l.position, l.id`;
}

/** The rows of `openLinesOf`, with what the library says of their exercises. */
export async function readOpenLines(ask: Ask, rows: readonly unknown[]): Promise<OpenLine[]> {
  const lines = rows.map((row) => openLineRow.parse(row).said);
  const exercise = await readExercises(
    ask,
    lines.map(({ exerciseId, saidHash }) => ({ id: exerciseId, hash: saidHash })),
  );
  return lines.map(({ line, exerciseId, signed }) => {
    const { facts, texts } = exercise(exerciseId);
    return { ...line, facts, signedFacts: signed?.facts ?? null, texts: signed?.texts ?? texts };
  });
}

/** `openLinesOf` by itself. */
export async function loadOpenLines(tx: Tx, clinicId: string, patientId: string, today: Day): Promise<OpenLine[]> {
  const ask: Ask = (statement) => tx.$queryRaw<unknown[]>(statement);
  return readOpenLines(ask, await ask(openLinesOf(clinicId, patientId, today)));
}
