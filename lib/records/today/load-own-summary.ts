import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { endKinds, type EndKind } from "@/lib/clinical/episode-end";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { patientIdOf } from "@/lib/records/patients/care-scope";
import { episodeSummarySchema, type EpisodeSummary } from "@/lib/schemas/episode-summary";

/** The summary of an episode as its patient reads it. */
export type OwnSummary = { endedAs: EndKind; advice: string | null; summary: EpisodeSummary };

/**
 * The summary of one of the patient's own episodes that has ended.
 * @throws {NotFound} of everybody else's, and of one that has not ended
 */
export async function loadOwnSummary(actor: Actor, episodeId: string): Promise<OwnSummary> {
  requirePermission(actor, "own.read");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const row = await tx.episodeSummary.findFirst({
      where: { clinicId, patientId, episodeId: patientIdOf(episodeId) },
      include: { episode: { select: { endedAs: true } } },
    });
    if (row === null) throw new NotFound("summary");
    await recordAct(tx, actor, "progress.read", { kind: "episode", id: episodeId, patientId });
    return {
      endedAs: z.enum(endKinds).parse(row.episode.endedAs),
      advice: row.advice,
      summary: episodeSummarySchema.parse(row.content),
    };
  });
}
