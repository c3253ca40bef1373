import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { loadSituation, type EpisodeSituation } from "@/lib/records/programs/situation";
import { loadOpenLines, type OpenLine } from "./open-lines";
import type { OwnDay } from "./own-day";
import { reviewedLines } from "./reviewed-lines";

/** What a patient's day shows, and what review weighed for it. */
export type ShownLines = {
  lines: OpenLine[];
  situation: EpisodeSituation;
  /** Those of `lines` that review would let be shown on a later day, if nothing else changed: a grant may lapse meanwhile. */
  stillOn: (later: Day) => OpenLine[];
};

/**
 * The lines of the day: what the database's gate lets through and review as of the day does not block.
 * @throws {NotFound} when the episode is not there
 */
export async function loadShownLines(tx: Tx, actor: Actor, own: OwnDay, day: Day): Promise<ShownLines> {
  const situation = await loadSituation(tx, actor.clinicId, own.episodeId, day);
  if (!situation) throw new NotFound("episode");
  const { program } = own;
  if (!program) return { lines: [], situation, stillOn: () => [] };
  const open = await loadOpenLines(tx, actor.clinicId, ownPatientId(actor), day);
  const lines = reviewedLines(open, situation, program.protocol);
  const stillOn = (later: Day) => reviewedLines(lines, { ...situation, today: later }, program.protocol);
  return { lines, situation, stillOn };
}
