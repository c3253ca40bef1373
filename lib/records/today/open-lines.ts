import { z } from "zod";
import type { Dosage } from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { figureOfLine } from "@/lib/records/library/figure-of";
import { dosageOfLine } from "@/lib/records/programs/dosage-columns";
import { lineIsOpen } from "@/lib/records/programs/line-as-drafted";
import { dosageSchema } from "@/lib/schemas/dosage";
import { outcomes } from "@/lib/schemas/outcomes";
import { shownFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { exerciseTextsSchema } from "./exercise-texts";

const openLine = z.strictObject({
  id: z.string(),
  exercise: z.string(),
  dosage: z.pipe(
    dosageSchema,
    z.transform((dosage): Dosage => dosage),
  ),
  noteToPatient: z.string().nullable(),
  facts: exerciseFactsSchema,
  /** Of an exercise of the clinic's own: the facts with which the line was signed. */
  signedFacts: exerciseFactsSchema.nullable(),
  texts: exerciseTextsSchema,
  figure: shownFigureSchema,
  /** The latest mark of each session of the day, by its number. */
  marks: z.record(z.string(), z.enum(outcomes)),
});
export type OpenLine = z.output<typeof openLine>;

/**
 * The signed lines that a patient may do today, in the order of the program, each with the day's marks. For a patient the gate is the
 * policy `open_lines_for_a_patient`, asked once for each line; for the team, who read more, the same function of the database stands in the
 * query. The gate is asked of the lines of the phase in force alone: no others are open, and a long program has hundreds.
 */
export async function loadOpenLines(tx: Tx, clinicId: string, patientId: string, today: Day): Promise<OpenLine[]> {
  const rows = await tx.$queryRaw<{ line: unknown }[]>`
    SELECT jsonb_build_object(
      'id', l.id, 'exercise', l.exercise_code, 'noteToPatient', l.note_to_patient, 'facts', x.facts,
      'signedFacts', l.own_exercise -> 'facts', 'texts', coalesce(l.own_exercise -> 'texts', x.texts), 'figure', ${figureOfLine},
      'dosage', ${dosageOfLine},
      'marks', (SELECT coalesce(jsonb_object_agg(m.session, m.outcome), '{}') FROM marks_of_day(l.clinic_id, l.id, ${today}::date) m)
    ) AS line
    FROM program p
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
    JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = p.current_phase
    JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
    WHERE p.clinic_id = ${clinicId}::uuid AND p.patient_id = ${patientId}::uuid AND p.state IN ('active', 'held')
      AND l.patient_id = p.patient_id AND ((SELECT current_setting('app.actor_role', true)) = 'patient' OR ${lineIsOpen})
    ORDER BY l.position, l.id`;
  return rows.map(({ line }) => openLine.parse(line));
}
