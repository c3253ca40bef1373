import { z } from "zod";
import { procedureTypes } from "@/lib/clinical/facts";
import { addDays, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { episodeRegions } from "@/lib/schemas/patient";
import { adherenceColumns, adherenceFacts } from "./adherence-facts";

const text = z.object({ en: z.string(), es: z.string() });
const day = z.iso.date();

/** What a row of the worklist shows of one patient, as the database gives it. */
const patientRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  mrn: z.string(),
  birthDate: day,
  locale: z.enum(["en", "es"]),
  phone: z.string().nullable(),
  episode: z
    .strictObject({
      procedureType: z.enum(procedureTypes),
      region: z.enum(episodeRegions),
      levels: z.array(z.string()),
      technique: z.string(),
      procedureDate: day,
      /** Where the days count from a pathway's start. */
      pathwayStart: day.nullable(),
      surgeonName: z.string(),
    })
    .nullable(),
  phase: z.strictObject({ current: z.number(), count: z.number(), name: text }).nullable(),
  /** The episode's program was completed, and no other runs or is written. */
  isCompleted: z.boolean(),
  /** One value a day: the latest answer before a session. */
  pain: z.array(z.strictObject({ on: day, value: z.number() })),
  adherence: adherenceFacts,
  waiting: z.array(text),
  underReview: z.array(text),
});
export type PatientOnList = z.output<typeof patientRow>;

/** How far back pain is drawn, and done marks are read, in days. */
const painDays = 14;

/** The rows of the patients named; the caller has found them in the actor's scope. One query. */
export async function readRows(
  tx: Tx,
  clinicId: string,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, PatientOnList>> {
  const rows = await tx.$queryRaw<{ row: unknown }[]>`
    SELECT jsonb_build_object(
      'id', p.id, 'name', p.given_name || ' ' || p.family_name, 'mrn', p.mrn, 'birthDate', p.birth_date, 'locale', p.locale, 'phone', p.phone,
      'episode', CASE WHEN e.id IS NULL THEN NULL ELSE jsonb_build_object('procedureType', e.procedure_type, 'region', e.region,
        'levels', to_jsonb(e.levels), 'technique', e.technique, 'procedureDate', e.procedure_date,
        'pathwayStart', e.pathway_start, 'surgeonName', surgeon.display_name) END,
      'phase', CASE WHEN ph.id IS NULL THEN NULL ELSE jsonb_build_object('current', ph.n, 'name', ph.facts -> 'name', 'count',
        (SELECT count(*) FROM program_phase every WHERE every.clinic_id = ph.clinic_id AND every.revision_id = ph.revision_id)) END,
      'isCompleted', coalesce((SELECT bool_or(over.state = 'completed') AND bool_and(over.state IN ('completed', 'stopped')) FROM program over
        WHERE over.clinic_id = e.clinic_id AND over.episode_id = e.id), false),
      'pain', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('on', latest.on_day, 'value', latest.nprs_before) ORDER BY latest.on_day), '[]')
        FROM (
          SELECT DISTINCT ON (c.on_day) c.on_day, c.nprs_before FROM check_in c
          WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id AND c.nprs_before IS NOT NULL AND c.on_day <= ${today}::date
            AND c.on_day > ${addDays(today, -60)}::date
            AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)
          ORDER BY c.on_day, c.reported_at DESC) latest),
      'adherence', ${adherenceColumns(today)},
      'waiting', (
        SELECT coalesce(jsonb_agg(s.texts -> 'name' ORDER BY c.requested_at), '[]') FROM clearance c
        JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('requested', 'returned')),
      'underReview', (
        SELECT coalesce(jsonb_agg(s.texts -> 'name' ORDER BY c.requested_at), '[]') FROM clearance c
        JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state = 'under-review')
    ) AS row
    FROM patient p
    JOIN clinic ON clinic.id = p.clinic_id
    LEFT JOIN episode e ON e.clinic_id = p.clinic_id AND e.patient_id = p.id AND e.ended_at IS NULL
    LEFT JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
    LEFT JOIN program pr ON pr.clinic_id = e.clinic_id AND pr.episode_id = e.id AND pr.state IN ('active', 'held')
    LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
    LEFT JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = pr.current_phase
    WHERE p.clinic_id = ${clinicId}::uuid AND p.id = ANY (${[...ids]}::uuid[])`;
  const parsed = rows.map(({ row }) => patientRow.parse(row));
  return new Map(parsed.map((row) => [row.id, row]));
}

/** One value a day for the last 14 days, null where nothing was answered; the last answer and the change of the weekly mean beside it. */
export function painOf({ pain }: PatientOnList, today: Day) {
  const days = Array.from({ length: painDays }, (_, index) => addDays(today, index + 1 - painDays));
  const mean = (from: Day, to: Day) => {
    const values = pain.filter(({ on }) => on > from && on <= to).map(({ value }) => value);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const now = mean(addDays(today, -7), today);
  const before = mean(addDays(today, -14), addDays(today, -7));
  return {
    values: days.map((day) => pain.find(({ on }) => on === day)?.value ?? null),
    last: pain.at(-1) ?? null,
    /** Points on 0–10; null where one of the two weeks has no answer. */
    change: now === null || before === null ? null : now - before,
  };
}
