import { z } from "zod";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { ruleName } from "@/lib/records/alerts/words";

const text = z.strictObject({ en: z.string(), es: z.string() });
const day = z.iso.date();

/** A program's row as its ladder shows it, and of its phases what no rule reads. */
export const ladderRow = z.strictObject({
  id: z.string(),
  version: z.number(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentPhase: z.number().nullable(),
  /** Of the template, by phase. */
  told: z.array(
    z.strictObject({
      n: z.number(),
      name: text,
      goals: z.array(text),
      precautions: z.array(text),
      /** When the phase is held or left backwards. */
      regressionCriteria: z.array(text),
      limits: z.strictObject({
        liftKg: z.number().nullable(),
        sitMaxMin: z.number().nullable(),
        brace: text.nullable(),
        driving: text.nullable(),
      }),
    }),
  ),
  entered: z.array(
    z.strictObject({ from: z.number().nullable(), phase: z.number(), on: day, by: z.string(), reason: z.string() }),
  ),
  /** Of the current revision, by phase. */
  signed: z.array(z.strictObject({ phase: z.number(), lines: z.number(), waiting: z.number() })),
  holds: z.array(
    z
      .strictObject({
        id: z.string(),
        cause: z.string(),
        words: z.string().nullable(),
        on: day,
        by: z.string().nullable(),
        surgeonOnly: z.boolean(),
        easyActivityAllowed: z.boolean(),
      })
      .transform((hold) => ({ ...hold, ruleName: ruleName(hold.cause) })),
  ),
  completed: z.strictObject({ on: day, by: z.string(), reason: z.string() }).nullable(),
});
export type LadderRow = z.output<typeof ladderRow>;

/**
 * The row as one JSON value for `ladderRow`: for a query over the clinic, an episode e, its program pr and the program's current revision r, which
 * may be missing.
 * @param today the calendar day in the clinic's time zone
 */
export function ladderColumns(today: Day): Prisma.Sql {
  return Prisma.sql`jsonb_build_object('id', pr.id, 'version', pr.version, 'state', pr.state, 'currentPhase', pr.current_phase,
    'told', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('n', tp.n, 'name', tp.facts -> 'name', 'goals', tp.facts -> 'goals',
        'precautions', tp.facts -> 'precautions', 'regressionCriteria', tp.facts -> 'regressionCriteria', 'limits', tp.facts -> 'limits')
        ORDER BY tp.n), '[]')
      FROM template_phase tp WHERE tp.clinic_id = pr.clinic_id AND tp.version_id = pr.template_version_id),
    'entered', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('from', pc.from_phase, 'phase', pc.to_phase, 'on', pc.on_day, 'by', who.printed_name,
        'reason', pc.reason) ORDER BY pc.changed_at, pc.id), '[]')
      FROM phase_change pc JOIN clinic_user who ON who.clinic_id = pc.clinic_id AND who.id = pc.changed_by_id
      WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id),
    'signed', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('phase', by_phase.phase, 'lines', by_phase.lines, 'waiting', by_phase.waiting)), '[]')
      FROM (
        SELECT l.phase, count(*) AS lines, count(*) FILTER (WHERE l.opens_on > ${today}::date OR EXISTS (
          SELECT FROM unnest(l.needs_keys) AS key
          WHERE NOT has_live_grant(l.clinic_id, e.id, key, l.duration_min, l.load_kg, l.is_loaded_lifting))) AS waiting
        FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id GROUP BY l.phase
      ) by_phase),
    'holds', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'cause', h.cause, 'words', h.words,
        'on', (h.placed_at AT TIME ZONE clinic.time_zone)::date, 'by', placer.printed_name, 'surgeonOnly', h.surgeon_only,
        'easyActivityAllowed', h.easy_activity_allowed) ORDER BY h.surgeon_only DESC, h.placed_at), '[]')
      FROM hold h LEFT JOIN clinic_user placer ON placer.clinic_id = h.clinic_id AND placer.id = h.placed_by_id
      WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND h.lifted_at IS NULL),
    'completed', (
      SELECT jsonb_build_object('on', (pr.completed_at AT TIME ZONE clinic.time_zone)::date, 'by', ender.printed_name, 'reason', pr.completion_reason)
      FROM clinic_user ender WHERE ender.clinic_id = pr.clinic_id AND ender.id = pr.completed_by_id))`;
}
