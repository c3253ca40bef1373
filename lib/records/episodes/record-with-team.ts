import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import type { AdmitPatientInput } from "@/lib/schemas/patient";
import { followProtocol } from "./follow-protocol";

/**
 * What only somebody of the care team may record of a new episode: the first conditions, and the protocols that it follows too.
 * @throws as `followProtocol`
 */
export async function recordWithTeam(
  tx: Tx,
  actor: Actor,
  { id: episodeId, patientId, ...episode }: AdmitPatientInput["episode"] & { id: string; patientId: string },
  today: Day,
): Promise<void> {
  const { clinicId, userId: changedById } = actor;
  const { conditions, alsoFollows, protocolId } = episode;
  if (conditions.length > 0) {
    await tx.conditionChange.create({ data: { clinicId, episodeId, patientId, conditions, changedById } });
  }
  for (const [index, followed] of alsoFollows.entries()) {
    const at = `episode.alsoFollows.${index}.`;
    await followProtocol(tx, actor, { id: episodeId, patientId, protocolId }, followed, today, at);
  }
}
