import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Text } from "@/lib/clinical/facts";
import { addDays, dayIn, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { PatientChange } from "@/lib/draft/changes-for-patient";
import { lineAsDrafted, nameOfLine } from "@/lib/records/programs/line-as-drafted";
import { toldForDays } from "@/lib/records/programs/record-changes";
import { draftLineSchema, earlierLineSchema, type DraftLine } from "@/lib/schemas/program";
import { textSchema } from "@/lib/schemas/text";

export const changeRowSchema = z.strictObject({
  kind: z.enum(["added", "changed", "stopped"]),
  exercise: z.string(),
  name: textSchema,
  before: z.nullable(earlierLineSchema),
  after: z.nullable(draftLineSchema),
});
export const storedChangesSchema = z.strictObject({
  revisionId: z.string(),
  by: z.string(),
  signedAt: z.iso.datetime({ offset: true }),
  changes: z.array(changeRowSchema),
});
type StoredChanges = z.output<typeof storedChangesSchema>;

export type OwnChange = { name: Text; change: PatientChange };
/** What the revision in force changed; `on` is the day of its signature in the clinic's time zone. */
export type OwnChanges = { revisionId: string; by: string; on: Day; changes: OwnChange[] };

/**
 * What the latest revision of the episode `e` of the surrounding query changed, as `storedChangesSchema` reads it: for 14 days, until the patient
 * says that they have read it. Which line is named is the decision of the policy `open_changes_for_a_patient`, not of this query.
 */
export function changesOfEpisode({ clinic: { timeZone } }: Actor, today: Day): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('revisionId', r.id, 'by', u.display_name, 'signedAt', r.signed_at, 'changes', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'exercise', x.code, 'name', ${nameOfLine}, 'before', c.before,
        'after', CASE WHEN l.id IS NULL THEN NULL ELSE ${lineAsDrafted} END) ORDER BY l.position, c.id), '[]')
      FROM program_change c
      JOIN exercise x ON x.clinic_id = c.clinic_id AND x.id = c.exercise_id
      LEFT JOIN prescribed_exercise l ON l.clinic_id = c.clinic_id AND l.id = c.after_line_id
      WHERE c.clinic_id = r.clinic_id AND c.revision_id = r.id))
    FROM program p
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
    JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.signed_by_id
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held')
      AND (r.signed_at AT TIME ZONE ${timeZone})::date > ${addDays(today, -toldForDays)}::date
      AND NOT EXISTS (SELECT FROM change_seen s WHERE s.clinic_id = r.clinic_id AND s.revision_id = r.id))`;
}

/**
 * The changes that are told to the patient.
 * @param shown ids of the lines that review lets the patient see today
 * @returns null where there is nothing to tell
 */
export function toldChanges(
  stored: StoredChanges | null,
  timeZone: string,
  shown: ReadonlySet<string>,
): OwnChanges | null {
  if (!stored) return null;
  const { revisionId, by, signedAt, changes } = stored;
  const told = readChanges(changes.filter(({ after }) => after === null || shown.has(after.id)));
  return told.length === 0 ? null : { revisionId, by, on: dayIn(timeZone, new Date(signedAt)), changes: told };
}

/** Stored changes, all of which may be told, as they are said. */
export function readChanges(changes: readonly z.output<typeof changeRowSchema>[]): OwnChange[] {
  return changes.flatMap(ownChange);
}

function ownChange({ kind, exercise, name, before, after }: z.output<typeof changeRowSchema>): OwnChange[] {
  const then = before && earlier(exercise, before);
  if (kind === "added") return after ? [{ name, change: { kind, after } }] : [];
  if (!then) return [];
  if (kind === "stopped") return [{ name, change: { kind, before: then } }];
  return after ? [{ name, change: { kind, before: { ...after, ...before }, after } }] : [];
}

/** A line that is no longer readable: what was written down of it. */
function earlier(exercise: string, before: Pick<DraftLine, "dosage" | "noteToPatient">): DraftLine {
  return { id: "", phase: 0, exercise, overrideReason: null, templateLineId: null, ...before };
}
