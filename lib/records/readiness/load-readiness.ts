import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { patientIdOf } from "@/lib/records/patients/care-scope";
import { judgeProgram } from "./judge-program";
import { ladderOf, type Ladder } from "./ladder";
import { ladderColumns, ladderRow, type LadderRow } from "./ladder-row";
import { readinessColumns } from "./readiness-columns";

const headRow = z.strictObject({ patientName: z.string(), procedureOn: z.iso.date(), isEpisodeOver: z.boolean() });

export type ReadinessPage = z.output<typeof headRow> & {
  today: Day;
  /** The program that runs, or will; null where there is none any more. */
  program: Ladder | null;
  /** The last program of the episode, where it has ended. */
  ended: (Pick<LadderRow, "currentPhase" | "completed"> & { phaseName: { en: string; es: string } | null }) | null;
};

/**
 * The ladder of a patient's program: every phase, what the next one needs and what of it is there, the open holds. Of an episode that has ended
 * only how its program ended. Two statements, one of them the audit's.
 * @throws {NotFound} where the actor is not on the care team, or there was never an episode
 */
export async function loadReadiness(actor: Actor, patientId: string, now: Date = new Date()): Promise<ReadinessPage> {
  requirePermission(actor, "patient.read");
  const id = patientIdOf(patientId);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ head: unknown; program: unknown; found: unknown }[]>`
      SELECT jsonb_build_object('patientName', p.given_name || ' ' || p.family_name, 'procedureOn', e.procedure_date,
          'isEpisodeOver', e.ended_at IS NOT NULL) AS head,
        CASE WHEN pr.id IS NOT NULL THEN ${ladderColumns(today)} END AS program,
        CASE WHEN e.ended_at IS NULL AND pr.state IN ('draft', 'active', 'held') THEN ${readinessColumns(today)} END AS found
      FROM patient p
      JOIN clinic ON clinic.id = p.clinic_id
      JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid
        AND m.left_at IS NULL
      JOIN LATERAL (
        SELECT * FROM episode latest WHERE latest.clinic_id = p.clinic_id AND latest.patient_id = p.id
        ORDER BY latest.ended_at DESC NULLS FIRST, latest.created_at DESC LIMIT 1
      ) e ON true
      LEFT JOIN LATERAL (
        SELECT * FROM program latest WHERE latest.clinic_id = e.clinic_id AND latest.episode_id = e.id
        ORDER BY latest.state IN ('draft', 'active', 'held') DESC, latest.created_at DESC LIMIT 1
      ) pr ON true
      LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${id}::uuid`;
    if (!row) throw new NotFound("patient");
    const head = headRow.parse(row.head);
    await recordAct(tx, actor, "readiness.read", { kind: "patient", id, patientId: id });
    return { ...head, today, ...programOf(ladderRow.nullable().parse(row.program), row.found, actor, today) };
  });
}

function programOf(
  row: LadderRow | null,
  found: unknown,
  actor: Actor,
  today: Day,
): Pick<ReadinessPage, "program" | "ended"> {
  if (row === null) return { program: null, ended: null };
  const { state, currentPhase, completed } = row;
  if (found === null || state === "completed" || state === "stopped") {
    const phaseName = row.told.find(({ n }) => n === currentPhase)?.name ?? null;
    return { program: null, ended: { currentPhase, completed, phaseName } };
  }
  return { program: ladderOf({ ...row, state }, judgeProgram(found, today), actor), ended: null };
}
