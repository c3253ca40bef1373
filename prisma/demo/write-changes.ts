import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import { dosageOfLine } from "@/lib/records/programs/dosage-columns";
import type { AuditTrail } from "./audit-trail";
import type { Person } from "./person";
import { act } from "./write-questions";

/**
 * What each revision changed for its patient, in the phase that ran when it was signed, and that all of them have read it; the rows of the revisions
 * are written before.
 */
export async function writeChanges(tx: Tx, people: readonly Person[], audit: AuditTrail): Promise<void> {
  const [first] = people;
  if (first === undefined) return;
  await act(tx, { userId: first.therapist.userId, role: "therapist" }, "");
  await tx.$executeRaw`
    INSERT INTO program_change (clinic_id, revision_id, patient_id, kind, exercise_id, before_line_id, after_line_id, before)
    SELECT r.clinic_id, r.id, r.patient_id, CASE WHEN was.id IS NULL THEN 'added' ELSE 'changed' END, now.exercise_id, was.id, now.id,
      CASE WHEN was.id IS NOT NULL THEN jsonb_build_object('dosage', was.dosage, 'noteToPatient', was.note_to_patient) END
    FROM program_revision r
    JOIN program_revision before ON before.clinic_id = r.clinic_id AND before.program_id = r.program_id AND before.number = r.number - 1
    CROSS JOIN LATERAL (
      SELECT c.to_phase AS n FROM phase_change c WHERE c.clinic_id = r.clinic_id AND c.program_id = r.program_id AND c.changed_at < r.signed_at
      ORDER BY c.changed_at DESC LIMIT 1) phase
    JOIN LATERAL (
      SELECT l.*, ${dosageOfLine} AS dosage FROM prescribed_exercise l
      WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = phase.n AND l.held_back_until IS NULL) now ON true
    LEFT JOIN LATERAL (
      SELECT l.*, ${dosageOfLine} AS dosage FROM prescribed_exercise l
      WHERE l.clinic_id = r.clinic_id AND l.revision_id = before.id AND l.phase = phase.n AND l.exercise_code = now.exercise_code) was ON true
    WHERE r.clinic_id = ${first.clinicId}::uuid
      AND (was.id IS NULL OR was.dosage <> now.dosage OR was.note_to_patient IS DISTINCT FROM now.note_to_patient)`;
  for (const { clinicId, userId, patientId, story } of people) {
    if (story.revisions.length < 2) continue;
    const own = { clinicId, userId, role: "patient" as const };
    await act(tx, own, patientId);
    const seen = await tx.$queryRaw<unknown[]>`
      INSERT INTO change_seen (clinic_id, revision_id, patient_id, seen_at)
      SELECT r.clinic_id, r.id, r.patient_id, least(r.signed_at + interval '7 hours', now() - interval '2 minutes') FROM program_revision r
      WHERE r.clinic_id = ${clinicId}::uuid AND r.patient_id = ${patientId}::uuid AND r.number > 1
      RETURNING revision_id AS id, seen_at AS at`;
    for (const { id, at } of z.array(z.object({ id: z.string(), at: z.date() })).parse(seen)) {
      audit.add(own, "changes.seen", { kind: "revision", id, patientId }, at);
    }
  }
  await act(tx, { userId: first.therapist.userId, role: "therapist" }, "");
}
