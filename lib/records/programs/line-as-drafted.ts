import { Prisma } from "@/lib/db/generated/client";
import { dosageOfLine } from "./dosage-columns";

/** The signed line `l` of the surrounding query as `draftLineSchema` reads it: the form in which any two states of a program are compared. */
export const lineAsDrafted = Prisma.sql`jsonb_build_object('id', l.id, 'phase', l.phase, 'exercise', l.exercise_code, 'dosage', ${dosageOfLine},
  'noteToPatient', l.note_to_patient, 'overrideReason', l.override_reason, 'templateLineId', l.template_line_id)`;

/** The name of the exercise `x` of the signed line `l` of the surrounding query; of the clinic's own, as it was signed. */
export const nameOfLine = Prisma.sql`coalesce(l.own_exercise #> '{facts,name}', x.facts -> 'name')`;

/** Whether the patient can read the signed line `l` of the surrounding query now: the database's own gate. */
export const lineIsOpen = Prisma.sql`line_is_open(l.clinic_id, l.revision_id, l.phase, l.exercise_code, l.opens_on, l.needs_keys, l.duration_min,
  l.load_kg, l.is_loaded_lifting)`;
