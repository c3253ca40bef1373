import { z } from "zod";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { timelineEvent, type TimelineEvent, type TimelineGroup } from "./event";
import { sourcesOf } from "./sources";

/** How many stand on one page of the list. */
const pageSize = 12;

/** `after`: the cursor of the page before; null, or what is no cursor, begins with the newest. */
export type TimelineQuery = { group: TimelineGroup | null; after: string | null };

export type Timeline = {
  group: TimelineGroup | null;
  /** Newest first. */
  events: TimelineEvent[];
  /** Cursor of what is older; null on the last page. */
  next: string | null;
  /** Whether it begins with the newest. */
  isNewest: boolean;
};

const row = z.strictObject({
  at: z.string(),
  id: z.string(),
  kind: z.string(),
  by: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});
const cursorShape = z.tuple([z.iso.datetime({ precision: 6 }), z.string().max(120)]);

/**
 * What happened to a patient, newest first, as one value of a statement for `readTimeline`. Whoever runs the statement has made sure that the
 * record may be read.
 * @param today the calendar day in the clinic's time zone
 */
export function timelineColumn(
  of: { clinicId: string; patientId: string },
  { group, after }: TimelineQuery,
  today: Day,
): Prisma.Sql {
  const [at, id] = readCursor(after) ?? [null, null];
  return Prisma.sql`(
    WITH mine AS MATERIALIZED (
      SELECT p.clinic_id, p.id, p.given_name || ' ' || p.family_name AS name, clinic.time_zone, ${today}::date AS today
      FROM patient p JOIN clinic ON clinic.id = p.clinic_id WHERE p.clinic_id = ${of.clinicId}::uuid AND p.id = ${of.patientId}::uuid
    ), page AS (
      SELECT * FROM (${sourcesOf(group)}) AS happened (at, id, kind, by, facts)
      WHERE ${at}::text IS NULL OR (at, id COLLATE "C") < (${at}::timestamptz, ${id}::text)
      ORDER BY at DESC, id COLLATE "C" DESC LIMIT ${pageSize + 1}
    )
    SELECT coalesce(jsonb_agg(jsonb_build_object('at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'id', id,
      'kind', kind, 'by', by, 'facts', facts) ORDER BY at DESC, id COLLATE "C" DESC), '[]') FROM page)`;
}

/**
 * Reads what `timelineColumn` selected.
 * @throws when something stored is not what the record can have
 */
export function readTimeline(selected: unknown, { group, after }: TimelineQuery): Timeline {
  const found = z.array(row).parse(selected);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    group,
    events: page.map(({ facts, ...event }) => timelineEvent.parse({ ...facts, ...event })),
    next: last && found.length > pageSize ? writtenCursor(last.at, last.id) : null,
    isNewest: readCursor(after) === null,
  };
}

function writtenCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

function readCursor(text: string | null): z.output<typeof cursorShape> | null {
  if (text === null) return null;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
