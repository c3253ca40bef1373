import { z } from "zod";
import { clearanceStates } from "@/lib/clinical/facts";
import { Prisma } from "@/lib/db/generated/client";
import { signedOutcomes } from "@/lib/schemas/clearance";

/** Of the alert `clearance-decided`: what was decided since it was opened, and what is under review now; of `clearance-ending`: what ends. */
export const clearanceNewsColumns = Prisma.sql`jsonb_build_object(
  'decided', CASE WHEN a.cause = 'clearance-decided' THEN (
    SELECT coalesce(jsonb_agg(to_jsonb(news) ORDER BY news.at DESC NULLS FIRST, news."clearanceId"), '[]') FROM (
      SELECT d.clearance_id AS "clearanceId", d.id AS "decisionId", c.subject_id AS "subjectId", s.texts -> 'name' AS name, d.outcome,
        d.decided_at AS at, d.signed_name AS by, d.reason, c.state = 'returned' AND c.decided_at = d.decided_at AS "isToAnswer"
      FROM clearance_decision d
      JOIN clearance c ON c.clinic_id = d.clinic_id AND c.id = d.clearance_id
      JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
      WHERE d.clinic_id = a.clinic_id AND d.patient_id = a.patient_id AND d.decided_at >= a.opened_at
        AND d.decided_by_id IS DISTINCT FROM a.owner_id AND c.state <> 'under-review'
        AND NOT EXISTS (SELECT FROM clearance_decision back WHERE back.clinic_id = d.clinic_id AND back.undoes_id = d.id)
      UNION ALL
      SELECT c.id, NULL, c.subject_id, s.texts -> 'name', 'under-review', NULL, NULL, NULL, false
      FROM clearance c JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
      WHERE c.clinic_id = a.clinic_id AND c.patient_id = a.patient_id AND c.state = 'under-review'
    ) AS news) END,
  'ending', CASE WHEN a.cause = 'clearance-ending' THEN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('clearanceId', c.id, 'subjectId', c.subject_id, 'name', s.texts -> 'name', 'state', c.state,
      'on', split_part(told, ':', 2), 'isReview', c.review_on IS NOT DISTINCT FROM split_part(told, ':', 2)::date
        AND c.until_day IS DISTINCT FROM c.review_on) ORDER BY split_part(told, ':', 2), c.id), '[]')
    FROM unnest(string_to_array(a.occasion, ',')) AS told
    JOIN clearance c ON c.clinic_id = a.clinic_id AND c.id = split_part(told, ':', 1)::uuid
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id) END)`;

const name = z.object({ en: z.string(), es: z.string() });

export const clearanceNewsSchema = z.strictObject({
  decided: z
    .array(
      z.strictObject({
        clearanceId: z.string(),
        /** The signed decision; null of what a check-in put under review. */
        decisionId: z.string().nullable(),
        subjectId: z.string(),
        name,
        /** The outcome of a decision, or `under-review`. */
        outcome: z.enum([...signedOutcomes, "under-review"]),
        at: z
          .string()
          .transform((at) => new Date(at).toISOString())
          .nullable(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
        /** It was asked back and waits for the answer. */
        isToAnswer: z.boolean(),
      }),
    )
    .nullable(),
  ending: z
    .array(
      z.strictObject({
        clearanceId: z.string(),
        subjectId: z.string(),
        name,
        state: z.enum(clearanceStates),
        on: z.iso.date(),
        /** On that day it is looked at again; it does not end. */
        isReview: z.boolean(),
      }),
    )
    .nullable(),
});
export type ClearanceNews = z.output<typeof clearanceNewsSchema>;
