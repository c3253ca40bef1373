import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { readSituation, situationOf, type EpisodeSituation } from "@/lib/records/programs/situation";
import { loadOpenLines, type OpenLine } from "./open-lines";
import type { OwnDay } from "./own-day";
import { reviewedLines } from "./reviewed-lines";

/** What a patient's day shows, and what review weighed for it. */
export type ShownLines = {
  lines: OpenLine[];
  situation: EpisodeSituation;
  /** Those of `lines` that review would let be shown on a later day, if nobody changed anything: a grant that ended a restriction may lapse. */
  stillOn: (later: Day) => OpenLine[];
};

/**
 * The lines of the day: what the database's gate lets through and review as of the day does not block.
 * @throws {NotFound} when the episode is not there
 */
export async function loadShownLines(tx: Tx, actor: Actor, own: OwnDay, day: Day): Promise<ShownLines> {
  const [row] = await tx.$queryRaw<{ situation: unknown }[]>`
    SELECT ${situationOf(day)} AS situation
    FROM episode e WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.id = ${own.episodeId}::uuid`;
  if (!row) throw new NotFound("episode");
  const situation = readSituation(row.situation, day);
  const { program } = own;
  if (!program) return { lines: [], situation, stillOn: () => [] };
  const open = await loadOpenLines(tx, actor.clinicId, ownPatientId(actor), day);
  const lines = reviewedLines(open, situation, program.protocol);
  const stillOn = (later: Day) => reviewedLines(lines, readSituation(row.situation, later), program.protocol);
  return { lines, situation, stillOn };
}
