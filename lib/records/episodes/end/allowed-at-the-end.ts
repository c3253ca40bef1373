import { z } from "zod";
import { activityStandings, listed, type ActivityNow } from "@/lib/clinical/activity-now";
import { restrictionKinds, type ClearanceKey } from "@/lib/clinical/facts";
import { Prisma } from "@/lib/db/generated/client";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { textSchema } from "@/lib/schemas/text";

type Allowed = EpisodeSummary["allowed"][number];

/** They let the program go on, which is over. */
const ofTheProgram: readonly string[] = [
  "PROGRAM_START",
  "PHASE_DYNAMIC_STABILISATION",
  "PHASE_RETURN_TO_ACTIVITY",
  "PT_SUPERVISED_START",
  "FBSS_EXERCISE",
] satisfies ClearanceKey[];

/** How everything stands that a clearance decides, for `standingSchema`, of the open episode `e` of the surrounding query. */
export const standings = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'name', coalesce(nullif(s.texts -> 'patientName', 'null'), s.texts -> 'name'),
    'covers', s.covers, 'standing', n.standing, 'closedBy', n.closed_by, 'byKey', n.by_key, 'hasClearance', c.id IS NOT NULL,
    'maxKg', n.max_kg, 'maxMinutes', n.max_minutes, 'until', c.until_day, 'words', c.words_for_patient)
    ORDER BY s.kind, c.id IS NULL, s.id), '[]')
  FROM activity_now n
  JOIN clearance_subject s ON s.clinic_id = n.clinic_id AND s.id = n.subject_id
  LEFT JOIN clearance c ON c.clinic_id = n.clinic_id AND c.id = n.clearance_id
  WHERE n.clinic_id = e.clinic_id AND n.episode_id = e.id)`;

export const standingSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(["activity", "key"]),
  name: textSchema,
  covers: z.array(z.string()),
  standing: z.enum(activityStandings),
  closedBy: z.array(z.enum(restrictionKinds)),
  byKey: z.string().nullable(),
  hasClearance: z.boolean(),
  maxKg: z.coerce.number().nullable(),
  maxMinutes: z.number().nullable(),
  until: z.iso.date().nullable(),
  words: z.string().nullable(),
});

/** What the patient may do, as their own page says it on the same day: the view's verdict and its limits, nothing twice. */
export function allowedOf(rows: readonly z.output<typeof standingSchema>[]): Allowed[] {
  const asActivities: (z.output<typeof standingSchema> & ActivityNow)[] = rows.map((row) => ({ ...row, whyNot: null }));
  return listed(asActivities)
    .filter(({ id, standing }) => standing === "yes" && !ofTheProgram.includes(id))
    .map(({ id, name, maxMinutes, maxKg, until, words }) => ({ id, name, maxMinutes, maxKg, until, words }));
}
