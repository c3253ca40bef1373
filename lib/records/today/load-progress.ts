import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { procedureTypes } from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { findPainEntries, type PainEntry } from "@/lib/records/check-ins/pain-history";
import { textSchema } from "@/lib/schemas/text";
import { countedDays } from "./counted-days";
import { calendarFrom, calendarOf, countedDaySchema, type Calendar } from "./calendar";
import { courseOf, type Course } from "./course";
import { measuresOf, ownResultSchema, type Measure } from "./own-results";

const course = z.strictObject({
  episodeId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureDate: z.iso.date(),
  pathwayStart: z.iso.date().nullable(),
  phases: z.array(z.strictObject({ n: z.number(), name: textSchema, from: z.iso.date(), to: z.iso.date().nullable() })),
  holds: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date().nullable() })),
  results: z.array(ownResultSchema),
  days: z.array(countedDaySchema),
});

/**
 * The course of the open episode: phases as they were entered, holds, every report, the last weeks' days and what tests at visits showed. Days are
 * calendar days in the clinic's time zone.
 */
export type Progress = Pick<z.output<typeof course>, "phases" | "holds"> &
  Course & { today: Day; entries: PainEntry[]; calendar: Calendar; measures: Measure[] };

/**
 * The patient's own course.
 * @throws {NotFound} when no episode is open
 */
export async function loadProgress(actor: Actor, now: Date = new Date()): Promise<Progress> {
  requirePermission(actor, "own.read");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const own = await loadCourse(tx, actor, today);
    const entries = await findPainEntries(tx, actor, today);
    await recordAct(tx, actor, "progress.read", { kind: "episode", id: own.episodeId, patientId: ownPatientId(actor) });
    return {
      ...{ phases: own.phases, holds: own.holds, today, entries },
      ...courseOf(own, today),
      calendar: calendarOf(own.days, new Set(entries.map(({ onDay }) => onDay)), today),
      measures: measuresOf(own.results),
    };
  });
}

async function loadCourse(tx: Tx, actor: Actor, today: Day): Promise<z.output<typeof course>> {
  const zone = actor.clinic.timeZone;
  const rows = await tx.$queryRaw<{ course: unknown }[]>`
    SELECT jsonb_build_object(
      'episodeId', e.id, 'procedureType', e.procedure_type, 'procedureDate', e.procedure_date, 'pathwayStart', e.pathway_start,
      'phases', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('n', moved.n, 'name', moved.name, 'from', moved.on_day, 'to', moved.until_day)
          ORDER BY moved.changed_at), '[]')
        FROM (
          SELECT c.to_phase AS n, c.on_day, c.changed_at, lead(c.on_day) OVER (ORDER BY c.changed_at) AS until_day, (
            SELECT coalesce(tp.facts -> 'patientName', tp.facts -> 'name') FROM template_phase tp
            WHERE tp.clinic_id = p.clinic_id AND tp.version_id = p.template_version_id AND tp.n = c.to_phase) AS name
          FROM phase_change c JOIN program p ON p.clinic_id = c.clinic_id AND p.id = c.program_id
          WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id
        ) moved),
      'holds', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('from', (h.placed_at AT TIME ZONE ${zone})::date,
          'to', (h.lifted_at AT TIME ZONE ${zone})::date) ORDER BY h.placed_at), '[]')
        FROM hold h JOIN program p ON p.clinic_id = h.clinic_id AND p.id = h.program_id
        WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id),
      'results', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('criterion', r.criterion, 'value', r.value, 'on', r.observed_on)
          ORDER BY r.observed_on, r.criterion), '[]')
        FROM own_results() r WHERE r.episode_id = e.id),
      'days', ${countedDays(calendarFrom(today), today)}
    ) AS course
    FROM episode e
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${ownPatientId(actor)}::uuid AND e.ended_at IS NULL`;
  const [row] = rows;
  if (!row) throw new NotFound("episode");
  return course.parse(row.course);
}
