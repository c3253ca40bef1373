import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { longestTherapistOfEpisode } from "@/lib/records/alerts/therapist-of";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";

const formRow = z.strictObject({
  therapist: z.string().nullable(),
  waiting: z.number(),
  activities: z.array(z.strictObject({ id: z.string(), texts: subjectTextsSchema })),
});

/** What a patient can ask about now. */
export type AskForm = {
  /** Who answers; null while nobody is there. */
  therapist: string | null;
  /** How many of their questions wait. */
  waiting: number;
  activities: { id: string; name: Text }[];
};

/**
 * The activities that are not allowed and about which no question waits.
 * @throws {NotFound} when no episode is open
 */
export async function loadAskForm(actor: Actor): Promise<AskForm> {
  requirePermission(actor, "own.ask");
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ form: unknown }[]>`
      SELECT jsonb_build_object(
        'therapist', (SELECT u.display_name FROM clinic_user u WHERE u.clinic_id = e.clinic_id AND u.id = ${longestTherapistOfEpisode}),
        'waiting', (
          SELECT count(*) FROM patient_question q
          WHERE q.clinic_id = e.clinic_id AND q.episode_id = e.id AND q.state = 'asked'),
        'activities', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'texts', s.texts) ORDER BY s.id), '[]')
          FROM activity_now n JOIN clearance_subject s ON s.clinic_id = n.clinic_id AND s.id = n.subject_id
          WHERE n.clinic_id = e.clinic_id AND n.episode_id = e.id AND n.kind = 'activity' AND n.standing <> 'yes' AND NOT EXISTS (
            SELECT FROM patient_question q
            WHERE q.clinic_id = e.clinic_id AND q.episode_id = e.id AND q.subject_id = s.id AND q.state = 'asked'))
      ) AS form
      FROM episode e
      WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${ownPatientId(actor)}::uuid AND e.ended_at IS NULL`;
    if (!row) throw new NotFound("episode");
    const { activities, ...form } = formRow.parse(row.form);
    return {
      ...form,
      activities: activities.map(({ id, texts }) => ({ id, name: texts.patientName ?? texts.name })),
    };
  });
}
