import { z } from "zod";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { lessStrict, type LessStrict, stricterSince } from "@/lib/clinical/less-strict";
import { Prisma } from "@/lib/db/generated/client";
import { readSettings, settingsOfClinic, withClinicNumbers } from "@/lib/records/settings/current-settings";
import { lessStrictSchema } from "@/lib/schemas/own-exercise/stored-texts";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";

/** The original of the exercise that the SQL names, and what was explained when the copy was written last; null for one that is no copy. */
export function originalOf(exercise: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('facts', o.facts, 'settings', ${settingsOfClinic(Prisma.sql`o.clinic_id`)}, 'accepted', (
      SELECT c.less_strict FROM exercise_change c
      WHERE c.clinic_id = o.clinic_id AND c.exercise_id = ${exercise}.id AND c.kind <> 'retired' ORDER BY c.version DESC LIMIT 1))
    FROM exercise o WHERE o.clinic_id = ${exercise}.clinic_id AND o.code = ${exercise}.copied_from)`;
}

export const originalSchema = z
  .strictObject({ facts: exerciseFactsSchema, settings: z.unknown(), accepted: lessStrictSchema })
  .nullable();

/** In what the original, by the clinic's own days, has become stricter than its copy since somebody wrote the copy. */
export function stricterOriginal(copy: ExerciseFacts, original: z.output<typeof originalSchema>): LessStrict[] {
  if (original === null) return [];
  const { facts, settings, accepted } = original;
  const numbered = withClinicNumbers(readSettings(settings), { exercises: { [facts.id]: facts }, protocols: {} });
  return stricterSince(lessStrict(numbered.exercises[facts.id] ?? facts, copy), accepted);
}
