import { z } from "zod";
import type { Asker } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Ask } from "@/lib/db/ask-in-clinic";
import { Prisma } from "@/lib/db/generated/client";
import { NotFound } from "@/lib/errors";
import { actRecorded } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { decisionsSeen } from "@/lib/records/clearances/see-decisions";
import { readOnce } from "@/lib/records/library/read-once";
import { readElsewhere, readSituation, situationOf, type EpisodeSituation } from "@/lib/records/programs/situation";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { openLinesOf, readOpenLines, type OpenLine } from "./open-lines";
import { ownDayOf, ownDaySchema, type OwnDay } from "./own-day";
import { reviewedLines } from "./reviewed-lines";
import { holdsOf } from "./strictest-hold";

/** A patient's day: what it rests on, the lines that it shows, and what review weighed for them. */
export type DayShown = {
  own: OwnDay;
  /** What the database's gate lets through and review as of the day does not block. */
  lines: OpenLine[];
  situation: EpisodeSituation;
  /** Those of `lines` that review would let be shown on a later day, if nobody changed anything: a grant that ended a restriction may lapse. */
  stillOn: (later: Day) => OpenLine[];
};

/**
 * A patient's day as one statement for `readDayShown`, the row of the audit trail with it: the day itself first, then the lines in their order. Whoever asks
 * and `today` may be stand-ins of `statementOnce`: what hangs on them is for PostgreSQL to reckon.
 * @param isShown it is for a page that somebody looks at, which notes that the patient has seen what was decided; what a phone fetches by itself does not
 */
export function dayShownOf(actor: Omit<Asker, "clinic">, today: Day, { isShown }: { isShown: boolean }): Prisma.Sql {
  const patientId = ownPatientId(actor);
  const read = { kind: "episode", id: Prisma.sql`own.id`, patientId, of: Prisma.sql`own` };
  return Prisma.sql`
    WITH ${isShown ? Prisma.sql`seen AS (${decisionsSeen(actor)}),` : Prisma.empty}
    own AS MATERIALIZED (
      SELECT e.id, json_build_object('day', ${ownDayOf(today)}, 'situation', ${situationOf(today, readElsewhere)},
        'protocolId', v.id, 'protocolHash', v.facts_hash) AS said
      FROM episode e
      JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
      LEFT JOIN program running ON running.clinic_id = e.clinic_id AND running.episode_id = e.id AND running.state IN ('active', 'held')
      LEFT JOIN template_version v ON v.clinic_id = running.clinic_id AND v.id = running.template_version_id
      WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${patientId}::uuid AND e.ended_at IS NULL
    ), recorded AS (${actRecorded(actor, "today.read", read)}), line AS (${openLinesOf(actor.clinicId, patientId, today)})
    SELECT said FROM (
      SELECT NULL AS position, NULL AS id, said FROM own
      UNION ALL SELECT position, id, said FROM line) shown
    ORDER BY position NULLS FIRST, id`;
}

const dayRow = z.object({
  said: z.strictObject({
    day: ownDaySchema,
    situation: z.unknown(),
    protocolId: z.string().nullable(),
    protocolHash: z.string().nullable(),
  }),
});

/** Protocols of the libraries of some clinics. */
const protocolsKept = 100;
const readProtocols = readOnce(
  protocolFactsSchema,
  (ids) => Prisma.sql`SELECT v.id, v.facts_hash AS hash, v.facts AS said FROM template_version v
    WHERE v.clinic_id = this_clinic() AND v.id = ANY (${ids}::uuid[])`,
  protocolsKept,
);

/**
 * What `dayShownOf` selected.
 * @param ask for what the library says and this process does not know
 * @throws {NotFound} when no episode is open
 */
export async function readDayShown(ask: Ask, [first, ...others]: readonly unknown[], today: Day): Promise<DayShown> {
  if (first === undefined) throw new NotFound("episode");
  const { day, situation: selected, protocolId: id, protocolHash: hash } = dayRow.parse(first).said;
  const protocol = id === null || hash === null ? null : (await readProtocols(ask, [{ id, hash }]))(id);
  const elsewhere = {
    currentPhase: day.program?.phase ?? null,
    weekLevels: day.checkIns.levels,
    phaseStarts: protocol?.phases ?? [],
  };
  const situationOn = (on: Day) => readSituation(selected, on, elsewhere);
  const situation = situationOn(today);
  // Most days have none. One that is lifted in between is none any more.
  const holds = situation.hold ? await holdsOf(ask, day.episodeId) : [];
  if (!day.program || protocol === null)
    return { own: { ...day, holds, program: null }, lines: [], situation, stillOn: () => [] };
  const open = await readOpenLines(ask, others);
  const lines = reviewedLines(open, situation, protocol);
  const stillOn = (later: Day) => reviewedLines(lines, situationOn(later), protocol);
  return { own: { ...day, holds, program: { ...day.program, protocol } }, lines, situation, stillOn };
}
