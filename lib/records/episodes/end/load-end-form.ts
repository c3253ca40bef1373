import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { programAfter, whyNotEnd, type AtTheEnd, type EndKind } from "@/lib/clinical/episode-end";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { sha256Of } from "@/lib/records/canonical-json";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { lockEpisode } from "../own-episode";
import { loadSummary } from "./load-summary";
import { standingProgram } from "./standing-program";

/** What is read before an episode is ended. */
export type EndForm = {
  version: number;
  /** The last day of the summary. */
  endedOn: Day;
  today: Day;
  summary: EpisodeSummary;
  summarySha256: string;
  /** Only a surgeon ends it now, but for a death. */
  isSuspended: boolean;
  hasDraft: boolean;
  /** What becomes of the program, by kind of end. */
  programAfter: Readonly<Record<EndKind, "completed" | "stopped" | null>>;
};

/**
 * The summary as it would be signed now, with what the end brings about. Audited.
 * @param on the last day; today where none is named
 * @throws {Invalid} on `endedOn`, where it lies ahead
 * @throws {NotFound} where the patient is not theirs or no episode is open
 */
export async function loadEndForm(
  actor: Actor,
  patientId: string,
  on: Day | null = null,
  now: Date = new Date(),
): Promise<EndForm> {
  requirePermission(actor, "episode.end");
  const today = dayIn(actor.clinic.timeZone, now);
  const endedOn = on ?? today;
  if (endedOn > today) throw new Invalid({ endedOn: "inTheFuture" });
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const program = await standingProgram(tx, actor, episode.id);
    const summary = await loadSummary(tx, actor, episode.id, endedOn);
    await recordAct(tx, actor, "episode.read", { kind: "episode", id: episode.id, patientId: episode.patientId });
    const stood: AtTheEnd = { program: program?.state ?? "none", isSuspended: program?.isSuspended ?? false };
    return {
      ...{ version: episode.version, endedOn, today, summary, summarySha256: sha256Of(summary) },
      isSuspended: whyNotEnd("discharged", actor.role === "surgeon" ? "surgeon" : "therapist", stood) !== null,
      hasDraft: program?.hasDraft ?? false,
      programAfter: {
        discharged: programAfter("discharged", stood),
        transferred: programAfter("transferred", stood),
        superseded: programAfter("superseded", stood),
        deceased: programAfter("deceased", stood),
      },
    };
  });
}
