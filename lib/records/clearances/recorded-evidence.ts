import { z } from "zod";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import { triageLevels } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";

const day = z.iso.date();
const seen = { on: day, by: z.string(), note: z.string().nullable() };

/** What clinicians measured and saw, and what check-ins told of the wound and the weeks: the parts of the evidence that come from the record. */
export const recordedEvidence = {
  /** The newest result of each test and tolerance, and the one of an earlier day before it. */
  function: z.array(
    z.strictObject({
      criterion: z.string(),
      value: z.number(),
      /** As the phase named it that asked; minutes of a tolerance. */
      unit: z.string(),
      ...seen,
      before: z.strictObject({ value: z.number(), on: day }).nullable(),
    }),
  ),
  healing: z.strictObject({
    wound: z.strictObject({ isClosed: z.boolean(), ...seen }).nullable(),
    /** The last answer of the patient about the wound. */
    woundReport: z.strictObject({ isClosed: z.boolean(), on: day }).nullable(),
    imaging: z.strictObject({ level: z.enum(fusionEvidenceLevels), ...seen }).nullable(),
  }),
  /** Check-ins above normal soreness in the last 28 days, by level; `all` counts every one of these days' check-ins. */
  triage: z.strictObject({
    all: z.number(),
    counts: z.array(z.strictObject({ level: z.enum(triageLevels), count: z.number() })),
    last: z.strictObject({ level: z.enum(triageLevels), on: day }).nullable(),
  }),
};

const newest = z.strictObject({
  criterion: z.string(),
  value: z.union([z.number(), z.boolean(), z.enum(fusionEvidenceLevels)]),
  unit: z.string().nullable(),
  ...seen,
  before: z.strictObject({ value: z.union([z.number(), z.boolean(), z.string()]), on: day }).nullable(),
});

/** What `recordedColumns` selected. */
export const recordedFacts = z.strictObject({
  recorded: z.array(newest),
  woundReport: recordedEvidence.healing.shape.woundReport,
  triage: recordedEvidence.triage,
});

/** For a query over an episode e: everything that was recorded of it up to the day. */
export function recordedColumns(today: Day): Prisma.Sql {
  const standing = Prisma.sql`i.clinic_id = e.clinic_id AND i.episode_id = e.id AND i.on_day <= ${today}::date
    AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = i.clinic_id AND later.corrects_id = i.id)`;
  const strained = Prisma.sql`${standing} AND i.on_day > ${today}::date - 28`;
  return Prisma.sql`jsonb_build_object(
    'recorded', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('criterion', n.criterion, 'value', n.value, 'unit', n.unit, 'on', n.observed_on,
        'by', who.printed_name, 'note', n.note, 'before', n.before) ORDER BY n.criterion), '[]')
      FROM (
        SELECT days.*, row_number() OVER (PARTITION BY days.criterion ORDER BY days.observed_on DESC) AS place,
          lead(jsonb_build_object('value', days.value, 'on', days.observed_on))
            OVER (PARTITION BY days.criterion ORDER BY days.observed_on DESC) AS before
        FROM (
          SELECT DISTINCT ON (k.criterion, k.observed_on) k.*, (
            SELECT test ->> 'unit' FROM jsonb_array_elements(v.facts -> 'phases') AS asking,
              jsonb_array_elements(asking -> 'entryCriteria' -> 'functional') AS test
            WHERE (asking ->> 'n')::int = k.phase AND 'functional:' || (test ->> 'measure') = k.criterion LIMIT 1) AS unit
          FROM criterion_evidence k
          JOIN program own ON own.clinic_id = k.clinic_id AND own.id = k.program_id AND own.episode_id = e.id
          JOIN template_version v ON v.clinic_id = own.clinic_id AND v.id = own.template_version_id
          WHERE k.clinic_id = e.clinic_id AND k.observed_on <= ${today}::date AND k.criterion NOT LIKE 'other:%'
          ORDER BY k.criterion, k.observed_on, k.recorded_at DESC, k.id DESC
        ) AS days
      ) AS n
      JOIN clinic_user who ON who.clinic_id = n.clinic_id AND who.id = n.recorded_by_id
      WHERE n.place = 1),
    'woundReport', (
      SELECT jsonb_build_object('isClosed', i.answers ->> 'wound' = 'closed dry', 'on', i.on_day) FROM check_in i
      WHERE ${standing} AND i.answers ->> 'wound' IS NOT NULL ORDER BY i.on_day DESC, i.reported_at DESC LIMIT 1),
    'triage', (
      SELECT jsonb_build_object('all', count(*), 'counts', (
          SELECT coalesce(jsonb_agg(to_jsonb(by_level) ORDER BY by_level.level), '[]') FROM (
            SELECT i.level, count(*) AS count FROM check_in i WHERE ${strained} AND i.level <> 'NORMAL_SORENESS' GROUP BY i.level
          ) AS by_level),
        'last', (
          SELECT jsonb_build_object('level', i.level, 'on', i.on_day) FROM check_in i
          WHERE ${strained} AND i.level <> 'NORMAL_SORENESS' ORDER BY i.on_day DESC, i.reported_at DESC LIMIT 1))
      FROM check_in i WHERE ${strained}))`;
}

/** The parts as the evidence keeps them. */
export function recordedParts({ recorded, woundReport, triage }: z.output<typeof recordedFacts>) {
  const wound = recorded.find(({ criterion }) => criterion === "woundClosed");
  const imaging = recorded.find(({ criterion }) => criterion === "fusionEvidence");
  return {
    function: recorded.flatMap(({ criterion, value, unit, on, by, note, before }) =>
      typeof value === "number"
        ? [
            {
              criterion,
              value,
              unit: unit ?? (criterion.startsWith("functional:") ? "" : "min"),
              on,
              by,
              note,
              before: numbered(before),
            },
          ]
        : [],
    ),
    healing: {
      wound: wound ? { isClosed: wound.value === true, on: wound.on, by: wound.by, note: wound.note } : null,
      woundReport,
      imaging: imaging
        ? {
            level: z.enum(fusionEvidenceLevels).parse(imaging.value),
            on: imaging.on,
            by: imaging.by,
            note: imaging.note,
          }
        : null,
    },
    triage,
  };
}

function numbered(before: z.output<typeof newest>["before"]): { value: number; on: Day } | null {
  return before !== null && typeof before.value === "number" ? { value: before.value, on: before.on } : null;
}
