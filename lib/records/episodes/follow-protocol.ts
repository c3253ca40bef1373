import type { Actor } from "@/lib/access/actor";
import { addDays, dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { AlsoFollowsInput } from "@/lib/schemas/episode";

type Of = { id: string; patientId: string; protocolId: string };

/**
 * Makes an episode follow a second protocol too, by the newest shipped version, inside the caller's transaction.
 * @param at the path of the fields in the form, for what is invalid
 * @returns the id of what was added
 * @throws {Invalid} on the episode's own protocol, one that the clinic has not published, a date more than a year ahead
 * @throws {Conflict} where the episode follows it already
 */
export async function followProtocol(
  tx: Tx,
  actor: Actor,
  episode: Of,
  { protocolId, anchorOn, reason }: AlsoFollowsInput,
  today: Day,
  at = "",
): Promise<string> {
  const { clinicId } = actor;
  const { id: episodeId, patientId } = episode;
  if (protocolId === episode.protocolId) throw new Invalid({ [`${at}protocolId`]: "ownProtocol" });
  if (anchorOn > addDays(today, 365)) throw new Invalid({ [`${at}anchorOn`]: "farAhead" });
  const version = await tx.templateVersion.findFirst({
    where: { clinicId, publishedAt: { not: null }, template: { protocolId, origin: "shipped", retiredAt: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!version) throw new Invalid({ [`${at}protocolId`]: "chooseOne" });
  const running = await tx.alsoProtocol.findFirst({ where: { clinicId, episodeId, protocolId, endedAt: null } });
  if (running) throw new Conflict("also-protocol", { alsoProtocolId: running.id });
  const added = await tx.alsoProtocol.create({
    data: {
      clinicId,
      episodeId,
      patientId,
      templateVersionId: version.id,
      protocolId,
      anchorOn: dateOf(anchorOn),
      reason,
      addedById: actor.userId,
    },
    select: { id: true },
  });
  await recordAct(tx, actor, "episode.protocols", { kind: "also-protocol", id: added.id, patientId });
  return added.id;
}
