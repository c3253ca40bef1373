import type { Actor } from "@/lib/access/actor";
import { isSameLimit } from "@/lib/clinical/restriction-strictness";
import { suggestTemplates } from "@/lib/clinical/suggestion";
import { addDays, dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadCandidates, type PublishedTemplate } from "@/lib/records/episodes/candidates";
import type { AdmitPatientInput } from "@/lib/schemas/patient";
import type { StandingOrder } from "./standing-orders";

/** `startOn` is what the program's days count from; `templateId` the one that was chosen. */
export type OpenedEpisode = { episodeId: string; protocolId: string; templateId: string; startOn: Day };

/**
 * Opens an episode with its restrictions inside the caller's transaction. They are the surgeon's, but for those that were in force before: such a one
 * stays the order of whoever gave it.
 * @throws {Invalid} on a procedure more than a year ahead, a restriction that is over, a surgeon who is none, a template that does not fit the treatment, one that counts from
 *   its pathway's start without that date
 */
export async function openEpisode(
  tx: Tx,
  actor: Actor,
  patientId: string,
  input: AdmitPatientInput["episode"],
  today: Day,
  before: readonly StandingOrder[] = [],
): Promise<OpenedEpisode> {
  const { clinicId } = actor;
  if (input.procedureDate > addDays(today, 365)) throw new Invalid({ "episode.procedureDate": "farAhead" });
  const over = input.restrictions.findIndex(({ untilDate }) => untilDate !== null && untilDate < today);
  if (over >= 0) throw new Invalid({ [`episode.restrictions.${over}.untilDate`]: "notBeforeToday" });
  const surgeon = await tx.user.findFirst({
    where: { clinicId, id: input.surgeonId, role: "surgeon", disabledAt: null },
  });
  if (!surgeon) throw new Invalid({ "episode.surgeonId": "chooseOne" });
  const published = await loadCandidates(tx, clinicId);
  const fitting = suggestTemplates(input, published, null).filter(({ fits }) => fits);
  const chosen = published.find(({ id, templateId, isOwn }) =>
    input.templateId === null ? id === input.protocolId && !isOwn : templateId === input.templateId,
  );
  if (
    !chosen ||
    chosen.id !== input.protocolId ||
    !fitting.some(({ templateId }) => templateId === chosen.templateId)
  ) {
    throw new Invalid({ "episode.protocolId": "protocolDoesNotFit" });
  }
  const pathwayStart = pathwayStartOf(chosen, input, today);
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
      pathwayStart: pathwayStart === null ? null : dateOf(pathwayStart),
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
      untilPhase: restriction.untilPhase,
      untilClearance: restriction.untilClearance,
      orderedById: before.find((order) => isSameLimit(order, restriction))?.orderedById ?? input.surgeonId,
    })),
  });
  await recordAct(tx, actor, "episode.open", { kind: "episode", id: episode.id, patientId });
  const startOn = pathwayStart ?? input.procedureDate;
  return { episodeId: episode.id, protocolId: input.protocolId, templateId: chosen.templateId, startOn };
}

/** The first day of a pathway; null for a protocol that counts from the procedure, whatever the form still held. */
function pathwayStartOf(
  { anchor }: PublishedTemplate,
  { pathwayStart }: AdmitPatientInput["episode"],
  today: Day,
): Day | null {
  if (anchor === "PROCEDURE_DATE") return null;
  if (pathwayStart === null) throw new Invalid({ "episode.pathwayStart": "required" });
  if (pathwayStart > addDays(today, 365)) throw new Invalid({ "episode.pathwayStart": "farAhead" });
  return pathwayStart;
}
