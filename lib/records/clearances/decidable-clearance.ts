import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { clearanceStates, type ClearanceState } from "@/lib/clinical/facts";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";

export type DecidableClearance = {
  id: string;
  patientId: string;
  episodeId: string;
  subjectId: string;
  state: ClearanceState;
  version: number;
  /** The last decision: when (ISO) and signed by whom. */
  decidedAt: string | null;
  decidedBy: string | null;
};

/**
 * A clearance that the actor may decide: their role is the one that the content names, and they are on the patient's care team now (Z4).
 * @throws {NotFound} otherwise
 */
export async function decidableClearance(tx: Tx, actor: Actor, clearanceId: string): Promise<DecidableClearance> {
  const found = await tx.clearance.findFirst({
    where: {
      clinicId: actor.clinicId,
      id: clearanceId,
      subject: { decidedBy: actor.role },
      patient: { careTeam: { some: { userId: actor.userId, leftAt: null } } },
    },
    select: {
      id: true,
      patientId: true,
      episodeId: true,
      subjectId: true,
      state: true,
      version: true,
      decidedAt: true,
      decisions: { select: { signedName: true }, orderBy: { decidedAt: "desc" }, take: 1 },
    },
  });
  if (!found) throw new NotFound("clearance");
  const { state, decidedAt, decisions, ...rest } = found;
  return {
    ...rest,
    state: z.enum(clearanceStates).parse(state),
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: decisions[0]?.signedName ?? null,
  };
}
