import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { triageLevels } from "@/lib/clinical/triage-content";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { firedRulesSchema, worryingAnswersSchema } from "@/lib/records/alerts/words";
import { recordAct } from "@/lib/records/audit/record-act";
import { type AsideReport, asideReports, asideReportsSchema } from "@/lib/records/reports/aside-row";
import type { CheckInsQuery } from "@/lib/schemas/check-in-list";
import { patientIdOf } from "./care-scope";

const pageSize = 20;
const score = z.number().nullable();

const checkInRow = z.strictObject({
  id: z.string(),
  onDay: z.iso.date(),
  reportedAt: z.coerce.date().transform((at) => at.toISOString()),
  stage: z.enum(["full", "before", "after", "follow-up", "skip"]),
  nprsBefore: score,
  nprsDuring: score,
  nprsAfter: score,
  hoursIncreased: z.number().nullable(),
  level: z.enum(triageLevels),
  fired: firedRulesSchema,
  missing: z.number(),
  worrying: worryingAnswersSchema,
  /** Entered in error: a later report took its place. */
  isCorrected: z.boolean(),
});
const answerRow = z.strictObject({ count: z.number(), page: z.array(checkInRow), aside: asideReportsSchema });

export type CheckInLine = z.output<typeof checkInRow>;
export type CheckInList = {
  count: number;
  rows: CheckInLine[];
  /** Reports that are no part of the record, what nobody has read yet first. */
  aside: AsideReport[];
  previous: string | null;
  next: string | null;
};

/**
 * A patient's reports, newest first, 20 a page, with what each meant: level, rules, worrying answers; and those that are no part of the record. One
 * query; audited.
 * @throws {NotFound} where the actor is not on the care team
 */
export async function loadCheckIns(actor: Actor, patientId: string, query: CheckInsQuery): Promise<CheckInList> {
  requirePermission(actor, "patient.read");
  const id = patientIdOf(patientId);
  return inClinic(actor, async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      WITH mine AS (
        SELECT p.id FROM patient p JOIN care_team_member m
          ON m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
        WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${id}::uuid
      ), edge AS (
        SELECT c.reported_at, c.id FROM check_in c JOIN mine ON mine.id = c.patient_id
        WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.id = coalesce(${query.after}::uuid, ${query.before}::uuid)
      ), page AS (
        SELECT c.* FROM check_in c JOIN mine ON mine.id = c.patient_id LEFT JOIN edge ON true
        WHERE c.clinic_id = ${actor.clinicId}::uuid AND (edge.id IS NULL OR CASE WHEN ${query.after}::uuid IS NULL
          THEN (c.reported_at, c.id) > (edge.reported_at, edge.id) ELSE (c.reported_at, c.id) < (edge.reported_at, edge.id) END)
        ORDER BY CASE WHEN ${query.before}::uuid IS NOT NULL AND edge.id IS NOT NULL THEN c.reported_at END,
          CASE WHEN ${query.before}::uuid IS NOT NULL AND edge.id IS NOT NULL THEN c.id END, c.reported_at DESC, c.id DESC
        LIMIT ${pageSize + 1}
      )
      SELECT (SELECT count(*)::int FROM check_in c WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.patient_id = mine.id) AS count,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'onDay', c.on_day, 'reportedAt', c.reported_at, 'stage', c.stage,
          'nprsBefore', c.nprs_before, 'nprsDuring', c.nprs_during, 'nprsAfter', c.nprs_after, 'hoursIncreased', c.hours_increased,
          'level', c.level, 'fired', c.fired, 'missing', cardinality(c.missing), 'worrying', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('input', s.input, 'value', s.value) ORDER BY s.input), '[]')
            FROM symptom_report s WHERE s.clinic_id = c.clinic_id AND s.check_in_id = c.id),
          'isCorrected', EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)
          ) ORDER BY c.reported_at DESC, c.id DESC), '[]') FROM page c) AS page, ${asideReports(actor.clinicId)} AS aside
      FROM mine`;
    const [row] = rows;
    if (row === undefined) throw new NotFound("patient");
    await recordAct(tx, actor, "check-in.read", { kind: "patient", id, patientId: id });
    return pageOf(answerRow.parse(row), query);
  });
}

/** The row too many says that the list goes on, at the end that the query walked toward. */
function pageOf({ count, page, aside }: z.output<typeof answerRow>, { after, before }: CheckInsQuery): CheckInList {
  const goesOn = page.length > pageSize;
  const isBackward = before !== null && after === null;
  const rows = isBackward ? page.slice(-pageSize) : page.slice(0, pageSize);
  const hasNewer = isBackward ? goesOn : after !== null;
  const hasOlder = isBackward || goesOn;
  return {
    count,
    rows,
    aside,
    previous: hasNewer ? (rows.at(0)?.id ?? null) : null,
    next: hasOlder ? (rows.at(-1)?.id ?? null) : null,
  };
}
