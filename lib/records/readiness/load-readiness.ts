import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { may, requirePermission } from "@/lib/access/permissions";
import type { FunctionalCriterion } from "@/lib/clinical/entry-criteria";
import type { Text } from "@/lib/clinical/facts";
import type { Readiness } from "@/lib/clinical/readiness";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { patientIdOf } from "@/lib/records/patients/care-scope";
import { evidenceKindOf, type EvidenceKind } from "@/lib/schemas/evidence";
import { judgeProgram, type JudgedProgram } from "./judge-program";
import { readinessColumns, type RecordedEvidence } from "./readiness-columns";

const text = z.strictObject({ en: z.string(), es: z.string() });
const pageRow = z.strictObject({
  patientName: z.string(),
  procedureOn: z.iso.date(),
  program: z
    .strictObject({
      id: z.string(),
      version: z.number(),
      isHeld: z.boolean(),
      /** Of the template, by phase. */
      goals: z.array(z.strictObject({ n: z.number(), goals: z.array(text) })),
      entered: z.array(z.strictObject({ phase: z.number(), on: z.iso.date(), by: z.string() })),
      /** Of the current revision, by phase. */
      signed: z.array(z.strictObject({ phase: z.number(), lines: z.number(), waiting: z.number() })),
    })
    .nullable(),
});

export type ShownCriterion = Readiness["criteria"][number] & {
  /** What a confirmation confirms, in the content's words. */
  asks: Text | null;
  test: FunctionalCriterion | null;
  /** How the reader may record it; null where it is counted, decided elsewhere, or not theirs. */
  recordAs: EvidenceKind | null;
  /** It is recorded, but by a surgeon. */
  isSurgeons: boolean;
  recorded: Pick<RecordedEvidence, "note" | "by"> | null;
};

export type ReadinessPage = {
  patientName: string;
  today: Day;
  procedureOn: Day;
  program: {
    id: string;
    version: number;
    isHeld: boolean;
    /** Null before the program has begun. */
    currentPhase: number | null;
    anchor: Day;
    phases: { n: number; name: Text; from: number; enteredOn: Day | null; enteredBy: string | null }[];
    /** The phase that would begin, with its signed lines and how many of them still wait; null in the last phase. */
    next: { n: number; name: Text; goals: Text[]; lines: number; waiting: number } | null;
    ready: boolean;
    criteria: ShownCriterion[];
    mayAdvance: boolean;
    mayAsk: boolean;
  } | null;
};

/**
 * What the next phase of a patient's program needs and what of it is there. Two statements, one of them the audit's.
 * @throws {NotFound} where the actor is not on the care team, or there is no open episode
 */
export async function loadReadiness(actor: Actor, patientId: string, now: Date = new Date()): Promise<ReadinessPage> {
  requirePermission(actor, "patient.read");
  const id = patientIdOf(patientId);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ page: unknown; found: unknown }[]>`
      SELECT jsonb_build_object('patientName', p.given_name || ' ' || p.family_name, 'procedureOn', e.procedure_date,
        'program', CASE WHEN pr.id IS NULL THEN NULL ELSE jsonb_build_object('id', pr.id, 'version', pr.version, 'isHeld', pr.state = 'held',
          'goals', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('n', tp.n, 'goals', tp.facts -> 'goals') ORDER BY tp.n), '[]')
            FROM template_phase tp WHERE tp.clinic_id = pr.clinic_id AND tp.version_id = pr.template_version_id),
          'entered', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('phase', pc.to_phase, 'on', pc.on_day, 'by', who.printed_name)
              ORDER BY pc.changed_at, pc.id), '[]')
            FROM phase_change pc JOIN clinic_user who ON who.clinic_id = pc.clinic_id AND who.id = pc.changed_by_id
            WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id),
          'signed', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('phase', by_phase.phase, 'lines', by_phase.lines, 'waiting', by_phase.waiting)), '[]')
            FROM (
              SELECT l.phase, count(*) AS lines, count(*) FILTER (WHERE l.opens_on > ${today}::date OR EXISTS (
                SELECT FROM unnest(l.needs_keys) AS key
                WHERE NOT has_live_grant(l.clinic_id, e.id, key, l.duration_min, l.load_kg, l.is_loaded_lifting))) AS waiting
              FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id GROUP BY l.phase
            ) by_phase)) END) AS page,
        CASE WHEN pr.id IS NULL THEN NULL ELSE ${readinessColumns(today)} END AS found
      FROM patient p
      JOIN clinic ON clinic.id = p.clinic_id
      JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid
        AND m.left_at IS NULL
      JOIN episode e ON e.clinic_id = p.clinic_id AND e.patient_id = p.id AND e.ended_at IS NULL
      LEFT JOIN program pr ON pr.clinic_id = e.clinic_id AND pr.episode_id = e.id AND pr.state IN ('draft', 'active', 'held')
      LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${id}::uuid`;
    if (!row) throw new NotFound("patient");
    const { program, ...head } = pageRow.parse(row.page);
    await recordAct(tx, actor, "readiness.read", { kind: "patient", id, patientId: id });
    return { ...head, today, program: program && programOf(program, judgeProgram(row.found, today), actor) };
  });
}

type FoundProgram = NonNullable<z.output<typeof pageRow>["program"]>;

function programOf(program: FoundProgram, judged: JudgedProgram, actor: Actor): ReadinessPage["program"] {
  const { id, version, isHeld, goals, entered, signed } = program;
  const { currentPhase, anchor, shiftDays, phases, next, readiness } = judged;
  return {
    ...{ id, version, isHeld, currentPhase, anchor, ready: readiness.ready },
    phases: phases.map(({ n, name, dayStart }) => {
      const last = entered.findLast(({ phase }) => phase === n);
      const from = dayStart + (n >= 3 ? shiftDays : 0);
      return { n, name, from, enteredOn: last?.on ?? null, enteredBy: last?.by ?? null };
    }),
    next: next && {
      ...{ n: next.n, name: next.name },
      goals: goals.find(({ n }) => n === next.n)?.goals ?? [],
      lines: signed.find(({ phase }) => phase === next.n)?.lines ?? 0,
      waiting: signed.find(({ phase }) => phase === next.n)?.waiting ?? 0,
    },
    criteria: readiness.criteria.map((criterion) => shownCriterion(criterion, judged, actor)),
    mayAdvance: may(actor.role, "phase.advance"),
    mayAsk: may(actor.role, "clearance.request"),
  };
}

function shownCriterion(
  criterion: Readiness["criteria"][number],
  { next, recorded }: JudgedProgram,
  { role }: Actor,
): ShownCriterion {
  const { id } = criterion;
  const kind = evidenceKindOf(id);
  const isSurgeons = kind === "healing" && role !== "surgeon";
  const known = recorded.find((one) => one.criterion === id && (one.phase === next?.n || !id.startsWith("other:")));
  return {
    ...criterion,
    asks: next?.entryCriteria.other.find((_, index) => id === `other:${index + 1}`) ?? null,
    test: next?.entryCriteria.functional.find(({ measure }) => id === `functional:${measure}`) ?? null,
    recordAs: isSurgeons || !may(role, "evidence.record") ? null : kind,
    isSurgeons,
    recorded: known ? { note: known.note, by: known.by } : null,
  };
}
