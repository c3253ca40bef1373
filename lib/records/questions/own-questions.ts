import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** A question as its patient and the care team read it; instants are ISO texts. */
export const ownQuestionSchema = z.strictObject({
  id: z.string(),
  state: z.enum(["asked", "answered", "forwarded"]),
  subjectId: z.string().nullable(),
  texts: subjectTextsSchema.nullable(),
  question: z.string().nullable(),
  askedAt: instant,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Of a forwarded one: who decides, and whether it is decided. */
  decides: z.enum(["surgeon", "therapist"]).nullable(),
  isDecided: z.boolean(),
});
export type OwnQuestion = z.output<typeof ownQuestionSchema>;

/** The newest questions of the episode `e` of the surrounding query, those that wait first. */
export const questionsOfEpisode = Prisma.sql`(
  SELECT coalesce(jsonb_agg(q.question ORDER BY q.rank), '[]') FROM (
    SELECT row_number() OVER (ORDER BY pq.state = 'asked' DESC, pq.asked_at DESC, pq.id DESC) AS rank,
      jsonb_build_object('id', pq.id, 'state', pq.state, 'subjectId', pq.subject_id, 'texts', ps.texts, 'question', pq.question, 'askedAt', pq.asked_at,
        'answer', pq.answer, 'answeredBy', pu.display_name, 'answeredAt', pq.answered_at,
        'decides', CASE WHEN pc.id IS NOT NULL THEN clearance_decider(pc.clinic_id, pc.subject_id, pc.episode_id) END,
        'isDecided', coalesce(pc.state NOT IN ('requested', 'returned', 'under-review'), false)) AS question
    FROM patient_question pq
    LEFT JOIN clearance_subject ps ON ps.clinic_id = pq.clinic_id AND ps.id = pq.subject_id
    LEFT JOIN clinic_user pu ON pu.clinic_id = pq.clinic_id AND pu.id = pq.answered_by_id
    LEFT JOIN clearance pc ON pc.clinic_id = pq.clinic_id AND pc.id = pq.clearance_id
    WHERE pq.clinic_id = e.clinic_id AND pq.episode_id = e.id
    ORDER BY rank LIMIT 10
  ) q)`;
