import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { endKinds, type EndKind } from "@/lib/clinical/episode-end";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { patientIdOf } from "@/lib/records/patients/care-scope";
import { episodeSummarySchema, type EpisodeSummary } from "@/lib/schemas/episode-summary";

/** The signed end of an episode with its summary; instants are ISO texts. */
type SignedSummary = {
  episodeId: string;
  kind: EndKind;
  reason: string;
  transferredTo: string | null;
  advice: string | null;
  meaning: string;
  signedName: string;
  signedAt: string;
  /** How many lines were drafted and never signed. */
  leftLines: number;
  summary: EpisodeSummary;
};

const leftDraft = z.object({ lines: z.array(z.unknown()) }).nullable();

/**
 * How an episode of a patient of the actor's care team ended. Audited.
 * @throws {NotFound} for everybody else's, and of an episode that has not ended
 */
export async function loadSignedSummary(actor: Actor, patientId: string, episodeId: string): Promise<SignedSummary> {
  requirePermission(actor, "episode.read");
  const { clinicId, userId } = actor;
  const id = patientIdOf(patientId);
  return inClinic(actor, async (tx) => {
    const row = await tx.episodeEnd.findFirst({
      where: {
        ...{ clinicId, episodeId: patientIdOf(episodeId), patientId: id },
        episode: { patient: { careTeam: { some: { userId, leftAt: null } } } },
      },
      include: { episode: { select: { summary: true } } },
    });
    if (!row?.episode.summary) throw new NotFound("end");
    await recordAct(tx, actor, "episode.read", { kind: "episode-end", id: episodeId, patientId: id });
    const { reason, transferredTo, meaning, signedName } = row;
    return {
      ...{ episodeId, reason, transferredTo, meaning, signedName },
      kind: z.enum(endKinds).parse(row.kind),
      signedAt: row.endedAt.toISOString(),
      advice: row.episode.summary.advice,
      leftLines: leftDraft.parse(row.leftDraft)?.lines.length ?? 0,
      summary: episodeSummarySchema.parse(row.episode.summary.content),
    };
  });
}
