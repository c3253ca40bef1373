import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { suggestTimeline } from "@/lib/clinical/timeline";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadSettings } from "@/lib/records/settings/current-settings";
import type { SetTimelineInput } from "@/lib/schemas/episode";
import { lockEpisode, requireVersion } from "./own-episode";
import { timelineModifiers } from "./shipped-modifiers";

/**
 * Sets by how many days phase 3 and everything after it comes later than the content says, with what that rests on. Only a surgeon of the care
 * team decides it, and only later, never earlier. The factors that levels and conditions tell are kept with the decision.
 * @throws {Invalid} where nothing changes
 * @throws {Conflict} when the episode is no longer the one that was read
 */
export async function setTimeline(
  actor: Actor,
  { patientId, version, factors, shiftDays, reason }: SetTimelineInput,
): Promise<void> {
  requirePermission(actor, "episode.timeline");
  const { clinicId, userId } = actor;
  await inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    requireVersion(episode, version);
    const { values } = await loadSettings(tx, clinicId);
    const { applied } = suggestTimeline({ ...episode, factors }, timelineModifiers(values));
    const told = applied.map(({ id }) => id);
    const known = [...new Set([...factors, ...told])].toSorted();
    if (shiftDays === episode.shiftDays && known.join() === episode.factors.toSorted().join()) {
      throw new Invalid({ shiftDays: "nothingChanged" });
    }
    const decided = { factors: known, shiftDays };
    await tx.timelineChange.create({
      data: { clinicId, episodeId: episode.id, patientId, ...decided, reason, changedById: userId },
    });
    const { count } = await tx.episode.updateMany({
      where: { clinicId, id: episode.id, version },
      data: { ...decided, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("episode", null);
    await recordAct(tx, actor, "episode.timeline", { kind: "episode", id: episode.id, patientId });
  });
}
