import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import { recordActs } from "@/lib/records/audit/record-act";
import { lockEpisode } from "@/lib/records/episodes/own-episode";
import type { ConfirmRestrictionsInput } from "@/lib/schemas/restriction";
import { restrictionOf } from "./own-restriction";
import { isSignedBySurgeon } from "./signed-by-surgeon";
import { writeDecision } from "./write-decision";

/**
 * The surgeon's signature under restrictions that stand and that no surgeon has signed: entered at admission, or by a therapist.
 * @throws {Invalid} on `password`
 * @throws {NotFound} for whoever is no surgeon of the care team
 * @throws {Conflict} where one of them has ended or is signed already; then none is
 */
export async function confirmRestrictions(
  actor: Actor,
  { patientId, restrictionIds, password }: ConfirmRestrictionsInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "restriction.end");
  await confirmIdentity(actor, password);
  await inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const episode = await lockEpisode(tx, actor, patientId);
    const unsigned = await tx.$queryRaw<{ id: string }[]>`
      SELECT x.id FROM restriction x
      WHERE x.clinic_id = ${clinicId}::uuid AND x.episode_id = ${episode.id}::uuid AND x.ended_at IS NULL
        AND x.id = ANY (${restrictionIds}::uuid[]) AND NOT ${isSignedBySurgeon}`;
    if (unsigned.length < new Set(restrictionIds).size) throw new Conflict("restriction", null);
    const rows = await tx.restriction.findMany({ where: { clinicId, id: { in: unsigned.map(({ id }) => id) } } });
    for (const row of rows) await writeDecision(tx, actor, restrictionOf(row), "confirmed", null, now);
    const subjects = rows.map(({ id }) => ({ kind: "restriction", id, patientId: episode.patientId }));
    await recordActs(tx, actor, "restriction.confirm", subjects);
  });
}
