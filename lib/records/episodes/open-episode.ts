import type { Actor } from "@/lib/access/actor";
import { suggestProtocols } from "@/lib/clinical/suggestion";
import { addDays, dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadCandidates } from "@/lib/records/episodes/candidates";
import type { AdmitPatientInput } from "@/lib/schemas/patient";

export type OpenedEpisode = { episodeId: string; protocolId: string; procedureDate: Day };

/**
 * Opens an episode with its restrictions inside the caller's transaction.
 * @throws {Invalid} on a procedure more than a year ahead, a surgeon who is none, a protocol that does not fit the treatment
 */
export async function openEpisode(
  tx: Tx,
  actor: Actor,
  patientId: string,
  input: AdmitPatientInput["episode"],
  today: Day,
): Promise<OpenedEpisode> {
  const { clinicId } = actor;
  if (input.procedureDate > addDays(today, 365)) throw new Invalid({ "episode.procedureDate": "farAhead" });
  const surgeon = await tx.user.findFirst({
    where: { clinicId, id: input.surgeonId, role: "surgeon", disabledAt: null },
  });
  if (!surgeon) throw new Invalid({ "episode.surgeonId": "chooseOne" });
  const fitting = suggestProtocols(input, await loadCandidates(tx, clinicId)).filter(({ fits }) => fits);
  if (!fitting.some(({ protocol }) => protocol === input.protocolId)) {
    throw new Invalid({ "episode.protocolId": "protocolDoesNotFit" });
  }
  const episode = await tx.episode.create({
    data: {
      clinicId,
      patientId,
      procedureType: input.procedureType,
      protocolId: input.protocolId,
      region: input.region,
      levels: input.levels,
      technique: input.technique,
      procedureDate: dateOf(input.procedureDate),
      surgeonId: input.surgeonId,
      conditions: input.conditions,
    },
  });
  await tx.restriction.createMany({
    data: input.restrictions.map((restriction) => ({
      clinicId,
      patientId,
      episodeId: episode.id,
      kind: restriction.kind,
      region: restriction.region,
      limitKg: restriction.kg,
      limitMinutes: restriction.minutes,
      untilDate: restriction.untilDate === null ? null : dateOf(restriction.untilDate),
      orderedById: input.surgeonId,
    })),
  });
  await recordAct(tx, actor, "episode.open", { kind: "episode", id: episode.id, patientId });
  return { episodeId: episode.id, protocolId: input.protocolId, procedureDate: input.procedureDate };
}
