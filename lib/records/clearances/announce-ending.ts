import { z } from "zod";
import type { SystemActor } from "@/lib/access/actor";
import { addDays, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { longestTherapistOfEpisode } from "@/lib/records/alerts/therapist-of";
import { recordActs } from "@/lib/records/audit/record-act";

/** So many days ahead the end of a clearance is announced: time to ask for it again. */
const daysAhead = 7;

const raisedRows = z.array(z.strictObject({ id: z.string(), patientId: z.string() }));

/**
 * Announces to the therapist every live grant that ends, or is to be looked at again, within a week: each clearance and day once, however
 * often the day is gone over. One alert waits for each patient; what comes to it opens it again. Inside the caller's transaction.
 * @param today the clinic's local date
 * @returns to how many patients' alerts something came
 */
export async function announceEnding(tx: Tx, actor: SystemActor, today: Day, now: Date): Promise<number> {
  const { clinicId } = actor;
  const rows = await tx.$queryRaw<unknown[]>`
    WITH ending AS (
      SELECT e.patient_id, ${longestTherapistOfEpisode} AS owner_id,
        string_agg(c.id || ':' || ends.on_day, ',' ORDER BY ends.on_day, c.id) AS occasion
      FROM clearance c
      JOIN episode e ON e.clinic_id = c.clinic_id AND e.id = c.episode_id AND e.ended_at IS NULL
      CROSS JOIN LATERAL (SELECT DISTINCT on_day FROM unnest(ARRAY[c.until_day, c.review_on]) AS on_day) AS ends
      WHERE c.clinic_id = ${clinicId}::uuid AND c.state IN ('granted', 'limited')
        AND (c.until_day IS NULL OR c.until_day >= ${today}::date)
        AND ends.on_day BETWEEN ${today}::date AND ${addDays(today, daysAhead)}::date
        AND NOT EXISTS (
          SELECT FROM alert told WHERE told.clinic_id = c.clinic_id AND told.patient_id = c.patient_id AND told.cause = 'clearance-ending'
            AND c.id || ':' || ends.on_day = ANY (string_to_array(told.occasion, ',')))
      GROUP BY e.clinic_id, e.patient_id
    ), added AS (
      UPDATE alert SET occasion = alert.occasion || ',' || ending.occasion, state = 'open', acknowledged_at = NULL, acknowledged_by_id = NULL,
        version = alert.version + 1
      FROM ending WHERE alert.clinic_id = ${clinicId}::uuid AND alert.patient_id = ending.patient_id AND alert.cause = 'clearance-ending'
        AND alert.state <> 'resolved'
      RETURNING alert.id, alert.patient_id
    ), opened AS (
      INSERT INTO alert (clinic_id, patient_id, cause, occasion, owner_id, opened_at)
      SELECT ${clinicId}::uuid, patient_id, 'clearance-ending', occasion, owner_id, ${now} FROM ending
      WHERE patient_id NOT IN (SELECT patient_id FROM added)
      RETURNING id, patient_id
    )
    SELECT id, patient_id AS "patientId" FROM added UNION ALL SELECT id, patient_id FROM opened`;
  const raised = raisedRows.parse(rows);
  await recordActs(
    tx,
    actor,
    "alert.open",
    raised.map(({ id, patientId }) => ({ kind: "alert", id, patientId })),
  );
  return raised.length;
}
