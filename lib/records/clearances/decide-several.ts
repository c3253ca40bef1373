import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Invalid, NotFound } from "@/lib/errors";
import { sha256Of } from "@/lib/records/canonical-json";
import type { DecideSeveralInput } from "@/lib/schemas/clearance";
import { lockedClearances } from "./decidable-clearance";
import { decideTogether } from "./decide-together";
import { askedClearances, gatherEvidences } from "./gather-evidence";
import { lockPatientsOf } from "./lock-patients";

/**
 * Decides several clearances with one signature, each on its own terms and its own evidence: all of them or none.
 * @throws {Conflict} when the evidence of all lines has changed
 * @throws {Invalid} on `password`, or naming each line that changed meanwhile or lacks something, as `lines.2.fromDay`
 * @throws {NotFound} when one of them is not theirs to decide
 */
export async function decideSeveral(
  actor: Actor,
  { lines, password }: DecideSeveralInput,
  now: Date = new Date(),
): Promise<{ decisionIds: string[] }> {
  requirePermission(actor, "clearance.decide");
  await confirmIdentity(actor, password);
  const ids = lines.map(({ clearanceId }) => clearanceId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) throw new Invalid({ [`lines.${twice}.outcome`]: "onlyOnce" });
  return inClinic(actor, async (tx) => {
    await lockPatientsOf(tx, actor, ids);
    const clearances = await lockedClearances(tx, actor, ids);
    if (clearances.size < ids.length) throw new NotFound("clearance");
    const today = dayIn(actor.clinic.timeZone, now);
    const evidences = await gatherEvidences(tx, askedClearances(actor.clinicId, ids), today);
    const toSign = lines.map(({ clearanceId, version, evidenceSha256, ...decision }) => {
      const clearance = clearances.get(clearanceId);
      const evidence = evidences.get(clearanceId) ?? null;
      const isCurrent = clearance?.version === version;
      return {
        decision,
        clearance: isCurrent ? clearance : null,
        evidence,
        isAsShown: sha256Of(evidence) === evidenceSha256,
      };
    });
    return { decisionIds: await decideTogether(tx, actor, toSign, today, now) };
  });
}
