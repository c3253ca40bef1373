import { z } from "zod";
import { worryingAnswers } from "@/lib/check-in/worrying-answers";
import { type Answer, stages, triageLevels } from "@/lib/clinical/triage-content";
import { Prisma } from "@/lib/db/generated/client";
import { firedRulesSchema, worryingAnswersSchema } from "@/lib/records/alerts/words";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { nameOfLine } from "@/lib/records/programs/line-as-drafted";
import { outcomes } from "@/lib/schemas/outcomes";
import { whysAside } from "./why-aside";

const instant = z.coerce.date().transform((at) => at.toISOString());
const answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const rowSchema = z.object({
  id: z.string(),
  why: z.enum(whysAside),
  reportedAt: instant,
  receivedAt: instant,
  level: z.enum(triageLevels).nullable(),
  fired: firedRulesSchema,
  payload: z.union([
    z.object({ stage: z.enum(stages), answers }),
    z.object({ outcome: z.enum(outcomes), session: z.number() }),
  ]),
  exercise: z.object({ en: z.string(), es: z.string() }).nullable(),
  seenBy: z.string().nullable(),
  seenAt: instant.nullable(),
});

/** Reports that were kept aside, as `asideReports` gives them: what each said, and why it is no part of the record. Instants are ISO texts. */
export const asideReportsSchema = z.array(
  rowSchema.transform(({ payload, exercise, ...row }) => {
    if (!("stage" in payload)) return { ...row, said: { kind: "mark" as const, exercise, ...payload } };
    const given: Record<string, Answer> = {};
    for (const [key, value] of Object.entries(payload.answers)) if (value !== null) given[key] = value;
    const worrying = worryingAnswersSchema.parse(worryingAnswers(given, shippedTriage()));
    const { nprsBefore, nprsDuring, nprsAfter } = pain.parse(payload.answers);
    const said = { kind: "check-in" as const, stage: payload.stage, nprsBefore, nprsDuring, nprsAfter, worrying };
    return { ...row, said };
  }),
);
export type AsideReport = z.output<typeof asideReportsSchema>[number];

const score = z.number().nullable().catch(null);
const pain = z.object({ nprsBefore: score, nprsDuring: score, nprsAfter: score });

/** The newest 50 of the patient `mine` of the surrounding query, as one value; what nobody has read yet comes first. */
export function asideReports(clinicId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(x.report ORDER BY x.is_seen, x.received_at DESC, x.id), '[]') FROM (
      SELECT a.id, a.received_at, a.seen_at IS NOT NULL AS is_seen, jsonb_build_object('id', a.id, 'why', a.why, 'reportedAt', a.reported_at,
        'receivedAt', a.received_at, 'level', a.level, 'fired', a.fired, 'payload', a.payload, 'seenBy', u.display_name, 'seenAt', a.seen_at,
        'exercise', (
          SELECT ${nameOfLine} FROM prescribed_exercise l JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
          WHERE l.clinic_id = a.clinic_id AND l.patient_id = a.patient_id AND l.id::text = a.payload ->> 'lineId')) AS report
      FROM report_set_aside a LEFT JOIN clinic_user u ON u.clinic_id = a.clinic_id AND u.id = a.seen_by_id
      WHERE a.clinic_id = ${clinicId}::uuid AND a.patient_id = mine.id
      ORDER BY a.seen_at IS NOT NULL, a.received_at DESC, a.id LIMIT 50) x)`;
}
