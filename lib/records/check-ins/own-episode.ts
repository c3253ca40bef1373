import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { procedureTypes } from "@/lib/clinical/facts";
import { triageRegions } from "@/lib/clinical/triage-content";
import { dayOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import type { TriagedEpisode } from "@/lib/check-in/context";
import { ownPatientId } from "./own-patient";

/** The open episode of a patient, with the program that runs or is drafted in it. */
export type OwnEpisode = TriagedEpisode & {
  id: string;
  patientId: string;
  surgeonId: string;
  /** Null: it counts from the procedure. */
  pathwayStart: Day | null;
  program: { id: string; phase: number | null } | null;
};

/**
 * The patient's own open episode.
 * @param orEnded without one, the one that ended last
 * @throws {NotFound} when no episode is open
 */
export async function loadOwnEpisode(tx: Tx, actor: Actor, { orEnded = false } = {}): Promise<OwnEpisode> {
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  const episode = await tx.episode.findFirst({
    where: { clinicId, patientId, ...(orEnded ? {} : { endedAt: null }) },
    orderBy: { endedAt: { sort: "desc", nulls: "first" } },
  });
  if (!episode) throw new NotFound("episode");
  const program = await tx.program.findFirst({
    where: { clinicId, episodeId: episode.id, state: { in: ["draft", "active", "held"] } },
    select: { id: true, currentPhase: true },
  });
  return {
    id: episode.id,
    patientId,
    surgeonId: episode.surgeonId,
    pathwayStart: episode.pathwayStart && dayOf(episode.pathwayStart),
    protocolId: episode.protocolId,
    procedureType: z.enum(procedureTypes).parse(episode.procedureType),
    region: z.enum(triageRegions).parse(episode.region),
    technique: episode.technique,
    procedureDate: dayOf(episode.procedureDate),
    program: program && { id: program.id, phase: program.currentPhase },
  };
}
