import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { judgeProgram } from "@/lib/records/readiness/judge-program";
import { readinessColumns } from "@/lib/records/readiness/readiness-columns";

/**
 * The actor's patients whose next phase may begin, with its number. One query, which reads the record only of those who could be ready at all:
 * the time has come, no hold is open, the clearances are there, and so are confirmations where the phase asks for any. No number that a clinic
 * sets is among these; the rule judges the rest.
 */
export async function readyPatients(tx: Tx, actor: Actor, today: Day): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; found: unknown }[]>`
    SELECT e.patient_id AS id, ${readinessColumns(today)} AS found
    FROM care_team_member m
    JOIN clinic ON clinic.id = m.clinic_id
    JOIN episode e ON e.clinic_id = m.clinic_id AND e.patient_id = m.patient_id AND e.ended_at IS NULL
    JOIN program pr ON pr.clinic_id = e.clinic_id AND pr.episode_id = e.id AND pr.state = 'active'
    JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
    JOIN template_phase next ON next.clinic_id = pr.clinic_id AND next.version_id = pr.template_version_id AND next.n = pr.current_phase + 1
    WHERE m.clinic_id = ${actor.clinicId}::uuid AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
      AND ${today}::date - coalesce(e.pathway_start, e.procedure_date)
        >= (next.facts -> 'entryCriteria' ->> 'minDay')::int + CASE WHEN next.n >= 3 THEN e.shift_days ELSE 0 END
      AND NOT EXISTS (SELECT FROM hold h WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND h.lifted_at IS NULL)
      AND NOT EXISTS (
        SELECT FROM jsonb_array_elements_text(next.facts -> 'entryClearances') AS key
        WHERE NOT has_live_grant(pr.clinic_id, e.id, key, NULL, NULL, false))
      AND (jsonb_array_length(next.facts -> 'entryCriteria' -> 'other') = 0 OR EXISTS (
        SELECT FROM criterion_evidence known WHERE known.clinic_id = pr.clinic_id AND known.program_id = pr.id AND known.phase = next.n))`;
  return new Map(
    rows.flatMap(({ id, found }) => {
      const { next, readiness } = judgeProgram(found, today);
      return next !== null && readiness.ready ? [[id, next.n]] : [];
    }),
  );
}
