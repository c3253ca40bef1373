import { Prisma } from "@/lib/db/generated/client";
import { dosageOfLine } from "./dosage-columns";

/** The signed line `l` of the surrounding query as `draftLineSchema` reads it: the form in which any two states of a program are compared. */
export const lineAsDrafted = Prisma.sql`jsonb_build_object('id', l.id, 'phase', l.phase, 'exercise', l.exercise_code, 'dosage', ${dosageOfLine},
  'noteToPatient', l.note_to_patient, 'overrideReason', l.override_reason, 'templateLineId', l.template_line_id)`;

/** The name of the exercise `x` of the signed line `l` of the surrounding query; of the clinic's own, as it was signed. */
export const nameOfLine = Prisma.sql`coalesce(l.own_exercise #> '{facts,name}', x.facts -> 'name')`;

/** The names of the exercises of the revision `r` of the surrounding query, by code, as they were signed. */
export const namesOfRevision = Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(l.exercise_code, ${nameOfLine}), '{}')
  FROM prescribed_exercise l JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
  WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id)`;

/** Whether the patient can read the signed line `l` of the surrounding query now: the database's own gate. */
export const lineIsOpen = Prisma.sql`line_is_open(l.clinic_id, l.revision_id, l.phase, l.exercise_code, l.opens_on, l.needs_keys, l.duration_min,
  l.load_kg, l.is_loaded_lifting, l.own_exercise)`;
