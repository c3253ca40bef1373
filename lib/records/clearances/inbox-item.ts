import { z } from "zod";
import { daysBetween } from "@/lib/clinical/days";
import {
  clearanceStates,
  procedureTypes,
  type ClearanceState,
  type ProcedureType,
  type Text,
} from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { subjectTextsSchema } from "./subject-texts";

/** One clearance of the inbox. Instants are ISO, days calendar days of the clinic. */
export type InboxItem = {
  clearanceId: string;
  state: ClearanceState;
  subject: Text;
  patientName: string;
  procedure: { type: ProcedureType; levels: string[] };
  /** Days since the pathway's start, else since the procedure. */
  day: number;
  isPathway: boolean;
  askedAt: string;
  decidedAt: string | null;
  /** The day on which it ends or is to be looked at again, whichever comes first. */
  endsOn: Day | null;
  /** Days before the activity's typical earliest; 0 when it has come, null where the content names none. */
  earlyBy: number | null;
  lastAnswerOn: Day | null;
  /** The last red flag, of what is under review because of one. */
  redFlag: { level: "EMERGENCY" | "SAME_DAY_SURGEON"; on: Day } | null;
};

/** The columns of an item, for a query over clearance c, clearance_subject s, episode e and patient p. */
export const itemColumns = Prisma.sql`jsonb_build_object(
  'clearanceId', c.id, 'state', c.state, 'texts', s.texts, 'patientName', p.given_name || ' ' || p.family_name,
  'procedure', jsonb_build_object('type', e.procedure_type, 'levels', to_jsonb(e.levels)), 'protocol', e.protocol_id,
  'countsFrom', coalesce(e.pathway_start, e.procedure_date), 'isPathway', e.pathway_start IS NOT NULL, 'askedAt', c.requested_at, 'decidedAt', c.decided_at, 'endsOn', least(c.until_day, c.review_on),
  'lastAnswerOn', (SELECT max(i.on_day) FROM check_in i WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id),
  'redFlag', CASE c.state WHEN 'under-review' THEN (
    SELECT jsonb_build_object('level', i.level, 'on', i.on_day) FROM check_in i
    WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id AND i.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')
    ORDER BY i.reported_at DESC, i.id DESC LIMIT 1) END
)`;

const row = z.strictObject({
  clearanceId: z.string(),
  state: z.enum(clearanceStates),
  texts: subjectTextsSchema,
  patientName: z.string(),
  procedure: z.strictObject({ type: z.enum(procedureTypes), levels: z.array(z.string()) }),
  protocol: z.string(),
  countsFrom: z.iso.date(),
  isPathway: z.boolean(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  endsOn: z.iso.date().nullable(),
  lastAnswerOn: z.iso.date().nullable(),
  redFlag: z.strictObject({ level: z.enum(["EMERGENCY", "SAME_DAY_SURGEON"]), on: z.iso.date() }).nullable(),
});

/** Parses what `itemColumns` gives; unknown stored data stops the load. */
export function itemOf(stored: unknown, today: Day): InboxItem {
  const { texts, protocol, countsFrom, askedAt, decidedAt, ...item } = row.parse(stored);
  const day = daysBetween(countsFrom, today);
  const typical = texts.typicalEarliest[protocol]?.earliestDay ?? null;
  return {
    ...item,
    subject: texts.name,
    day,
    askedAt: new Date(askedAt).toISOString(),
    decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    earlyBy: typical === null ? null : Math.max(0, typical - day),
  };
}
