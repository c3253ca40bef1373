import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { TodayHold } from "@/lib/check-in/result";
import { requirePermission } from "@/lib/access/permissions";
import { endKinds, type EndKind } from "@/lib/clinical/episode-end";
import { procedureTypes, type Text } from "@/lib/clinical/facts";
import { addDays, dayIn, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { longestTherapistOfEpisode } from "@/lib/records/alerts/therapist-of";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { judgeProgram } from "@/lib/records/readiness/judge-program";
import { readinessColumns } from "@/lib/records/readiness/readiness-columns";
import { textSchema } from "@/lib/schemas/text";
import { courseOf, type Course } from "./course";
import { plainCriteria, type PlainCriteria } from "./plain-criteria";
import { openHolds, openHoldsSchema, strictestHold } from "./strictest-hold";

/** So long a step back is explained. */
const explainedForDays = 14;

const ownProgramRow = z.strictObject({
  episodeId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureDate: z.iso.date(),
  pathwayStart: z.iso.date().nullable(),
  endedAs: z.enum(endKinds).nullable(),
  endedOn: z.iso.date().nullable(),
  surgeon: z.string(),
  therapist: z.string().nullable(),
  program: z
    .strictObject({
      state: z.enum(["draft", "active", "held", "completed", "stopped"]),
      phase: z.number().nullable(),
      /** Of the template, in the patient's words where it has them. */
      phases: z.array(z.strictObject({ n: z.number(), name: textSchema, goal: textSchema.nullable() })),
      lastMove: z
        .strictObject({ from: z.number().nullable(), to: z.number(), on: z.iso.date(), by: z.string() })
        .nullable(),
    })
    .nullable(),
  holds: openHoldsSchema,
  /** With a summary, the latest first. */
  past: z.array(z.strictObject({ episodeId: z.string(), endedOn: z.iso.date(), protocol: textSchema })),
  advice: z.string().nullable(),
});
type Found = z.output<typeof ownProgramRow>;

/** Where the patient is; days are calendar days in the clinic's time zone. */
export type OwnProgram = Course &
  Pick<Found, "surgeon" | "therapist" | "past" | "advice"> & {
    /** How the latest episode ended; null while one is open. */
    ended: { episodeId: string; as: EndKind; on: Day } | null;
    /** Completed early: not in the last step. */
    state: "none" | "not-begun" | "running" | "completed" | "completed-early";
    phases: { n: number; name: Text; goal: Text | null; state: "done" | "now" | "held" | "not-yet" }[];
    /** The one that would begin next, with what it needs; null in the last one. */
    next: { n: number; name: Text; goal: Text | null; ready: boolean; criteria: PlainCriteria } | null;
    hold: TodayHold | null;
    /** A step back of the last days. */
    stepBack: { on: Day; by: string } | null;
  };

/**
 * The patient's own program: the steps, what the next one needs, why it stands still, and how it ended. No exercise is named.
 * @throws {NotFound} where there never was an episode
 */
export async function loadOwnProgram(actor: Actor, now: Date = new Date()): Promise<OwnProgram> {
  requirePermission(actor, "own.read");
  const { timeZone } = actor.clinic;
  const today = dayIn(timeZone, now);
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ own: unknown; judged: unknown }[]>`
      SELECT jsonb_build_object(
        'episodeId', e.id, 'procedureType', e.procedure_type, 'procedureDate', e.procedure_date, 'pathwayStart', e.pathway_start,
        'endedAs', e.ended_as, 'endedOn', (
          SELECT s.content ->> 'endedOn' FROM episode_summary s WHERE s.clinic_id = e.clinic_id AND s.episode_id = e.id), 'surgeon', surgeon.display_name,
        'therapist', (SELECT u.display_name FROM clinic_user u WHERE u.clinic_id = e.clinic_id AND u.id = ${longestTherapistOfEpisode}),
        'program', CASE WHEN pr.id IS NULL THEN NULL ELSE jsonb_build_object('state', pr.state, 'phase', pr.current_phase,
          'phases', (
            SELECT jsonb_agg(jsonb_build_object('n', tp.n, 'name', coalesce(tp.facts -> 'patientName', tp.facts -> 'name'),
              'goal', tp.facts -> 'patientGoal') ORDER BY tp.n)
            FROM template_phase tp WHERE tp.clinic_id = pr.clinic_id AND tp.version_id = pr.template_version_id),
          'lastMove', (
            SELECT jsonb_build_object('from', c.from_phase, 'to', c.to_phase, 'on', c.on_day, 'by', u.display_name)
            FROM phase_change c JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = c.changed_by_id
            WHERE c.clinic_id = pr.clinic_id AND c.program_id = pr.id ORDER BY c.changed_at DESC, c.id DESC LIMIT 1)) END,
        'holds', ${openHolds(Prisma.sql`h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND e.ended_at IS NULL`)},
        'past', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('episodeId', s.episode_id, 'endedOn', s.content ->> 'endedOn',
            'protocol', s.content #> '{treatment,protocol}') ORDER BY old.ended_at DESC), '[]')
          FROM episode_summary s JOIN episode old ON old.clinic_id = s.clinic_id AND old.id = s.episode_id
          WHERE s.clinic_id = e.clinic_id AND s.patient_id = e.patient_id),
        'advice', (SELECT s.advice FROM episode_summary s WHERE s.clinic_id = e.clinic_id AND s.episode_id = e.id)
      ) AS own, CASE WHEN e.ended_at IS NULL AND pr.state IN ('active', 'held') THEN ${readinessColumns(today)} END AS judged
      FROM episode e
      JOIN clinic ON clinic.id = e.clinic_id
      JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
      LEFT JOIN LATERAL (
        SELECT * FROM program latest WHERE latest.clinic_id = e.clinic_id AND latest.episode_id = e.id
        ORDER BY latest.state IN ('draft', 'active', 'held') DESC, latest.created_at DESC LIMIT 1
      ) pr ON true
      LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
      WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${ownPatientId(actor)}::uuid
      ORDER BY e.ended_at DESC NULLS FIRST, e.created_at DESC LIMIT 1`;
    if (!row) throw new NotFound("patient");
    const own = ownProgramRow.parse(row.own);
    await recordAct(tx, actor, "program.read", { kind: "episode", id: own.episodeId, patientId: ownPatientId(actor) });
    return shown(own, row.judged, today);
  });
}

function shown(own: Found, judged: unknown, today: Day): OwnProgram {
  const { program, endedAs, endedOn, holds, surgeon, therapist, past, advice } = own;
  const hold = strictestHold(holds);
  const state = stateOf(program);
  const current = state === "none" || state === "not-begun" ? 0 : (program?.phase ?? 0);
  const move = program?.lastMove ?? null;
  const isBack =
    move !== null && move.from !== null && move.to < move.from && move.on > addDays(today, -explainedForDays);
  return {
    ...courseOf(own, today),
    ...{ surgeon, therapist, past, advice, hold, state },
    ended: endedAs === null || endedOn === null ? null : { episodeId: own.episodeId, as: endedAs, on: endedOn },
    phases: (program?.phases ?? []).map((phase) => ({
      ...phase,
      state: stepState(phase.n, current, state, hold !== null),
    })),
    next: judged === null ? null : nextOf(program, judged, today),
    stepBack: isBack && state === "running" ? { on: move.on, by: move.by } : null,
  };
}

function stateOf(program: Found["program"]): OwnProgram["state"] {
  if (program === null) return "none";
  if (program.state === "draft" || program.phase === null) return "not-begun";
  if (program.state === "active" || program.state === "held") return "running";
  return program.phases.at(-1)?.n === program.phase ? "completed" : "completed-early";
}

function stepState(
  n: number,
  current: number,
  state: OwnProgram["state"],
  isHeld: boolean,
): OwnProgram["phases"][number]["state"] {
  if (n > current) return "not-yet";
  if (n < current || state !== "running") return "done";
  return isHeld ? "held" : "now";
}

function nextOf(program: Found["program"], judged: unknown, today: Day): OwnProgram["next"] {
  const { next, readiness, anchor } = judgeProgram(judged, today);
  const words = program?.phases.find(({ n }) => n === next?.n);
  return words === undefined ? null : { ...words, ready: readiness.ready, criteria: plainCriteria(readiness, anchor) };
}
