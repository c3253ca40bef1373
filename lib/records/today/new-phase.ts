import { z } from "zod";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { textSchema } from "@/lib/schemas/text";

/** A move to another phase as its patient is told of it, in the patient's words where the phase has them. */
export const newPhaseSchema = z.strictObject({
  id: z.string(),
  isBack: z.boolean(),
  n: z.number(),
  name: textSchema,
  goal: textSchema.nullable(),
  on: z.iso.date(),
  by: z.string(),
});
export type NewPhase = z.output<typeof newPhaseSchema>;

/** For so many days it is told. */
export const newPhaseToldForDays = 14;

/** The latest move of the running program of the episode `e` of the surrounding query, for `newPhaseSchema`; its beginning is no move. */
export function newPhaseOfEpisode(today: Day): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('id', moved.id, 'isBack', moved.to_phase < moved.from_phase, 'n', tp.n,
      'name', coalesce(tp.facts -> 'patientName', tp.facts -> 'name'), 'goal', tp.facts -> 'patientGoal', 'on', moved.on_day, 'by', u.display_name)
    FROM program p
    CROSS JOIN LATERAL (
      SELECT * FROM phase_change c WHERE c.clinic_id = p.clinic_id AND c.program_id = p.id ORDER BY c.changed_at DESC, c.id DESC LIMIT 1
    ) moved
    JOIN clinic_user u ON u.clinic_id = moved.clinic_id AND u.id = moved.changed_by_id
    JOIN template_phase tp ON tp.clinic_id = p.clinic_id AND tp.version_id = p.template_version_id AND tp.n = moved.to_phase
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held') AND moved.from_phase IS NOT NULL
      AND moved.on_day > ${today}::date - ${newPhaseToldForDays}::int
      AND NOT EXISTS (SELECT FROM phase_seen s WHERE s.clinic_id = moved.clinic_id AND s.phase_change_id = moved.id))`;
}
