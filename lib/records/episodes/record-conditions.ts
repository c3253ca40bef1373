import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { RecordConditionsInput } from "@/lib/schemas/episode";
import { loadMet, tellOfNewlyMet, type NewlyMet } from "./met-by-record";
import { lockEpisode, requireVersion } from "./own-episode";

/**
 * Records all coded conditions of a patient's open episode. The signed program stays as it is; lines that a new condition speaks against are
 * closed for the patient at once, and the therapist is told.
 * @returns those lines
 * @throws {Invalid} where nothing changes
 * @throws {Conflict} when the episode is no longer the one that was read
 */
export async function recordConditions(
  actor: Actor,
  { patientId, version, conditions }: RecordConditionsInput,
  now: Date = new Date(),
): Promise<NewlyMet> {
  requirePermission(actor, "episode.conditions");
  const { clinicId, userId } = actor;
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    requireVersion(episode, version);
    const recorded = [...new Set(conditions)].toSorted();
    if (recorded.join() === episode.conditions.toSorted().join()) throw new Invalid({ conditions: "nothingChanged" });
    const before = await loadMet(tx, clinicId, episode.id, today);
    await tx.conditionChange.create({
      data: { clinicId, episodeId: episode.id, patientId, conditions: recorded, changedById: userId },
    });
    const { count } = await tx.episode.updateMany({
      where: { clinicId, id: episode.id, version },
      data: { conditions: recorded, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("episode", null);
    await recordAct(tx, actor, "episode.conditions", { kind: "episode", id: episode.id, patientId });
    return tellOfNewlyMet(tx, actor, episode, before, { cause: "condition-recorded", today, now });
  });
}
