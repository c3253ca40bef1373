import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { EndProtocolInput } from "@/lib/schemas/episode";
import { lockEpisode } from "./own-episode";

/**
 * Ends a second protocol with a reason. What it alone had closed opens again by the rules; nothing that was signed changes.
 * @throws {NotFound} where the patient's open episode has no such protocol
 * @throws {Conflict} when it has been ended already
 */
export async function endProtocol(
  actor: Actor,
  { patientId, alsoProtocolId, reason }: EndProtocolInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "episode.protocols");
  const { clinicId, userId } = actor;
  await inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const running = await tx.alsoProtocol.findFirst({ where: { clinicId, id: alsoProtocolId, episodeId: episode.id } });
    if (!running) throw new NotFound("also-protocol");
    if (running.endedAt !== null) throw new Conflict("also-protocol", { endedAt: running.endedAt.toISOString() });
    await tx.alsoProtocol.updateMany({
      where: { clinicId, id: alsoProtocolId, endedAt: null },
      data: { endedAt: now, endedById: userId, endReason: reason },
    });
    await recordAct(tx, actor, "episode.protocols", { kind: "also-protocol", id: alsoProtocolId, patientId });
  });
}
