import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { stepsToSet } from "@/lib/clinical/lift-steps";
import { Invalid } from "@/lib/errors";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import type { SetLiftStepInput } from "@/lib/schemas/restriction";
import { changeRestriction } from "./change-restriction";
import type { HeldBackNow } from "./hold-back";
import { orderRestrictions } from "./order-restrictions";

/**
 * A step of the lifting ladder as the limit: in place of the one that stands, or as a new one. It takes effect at once, so it is the step of today
 * or a stricter one; its end is read from the ladder, not from the form.
 * @returns the lines that it closes
 * @throws {Invalid} on `kg` of a step whose day has not come; else as ordering and changing, on `restrictions.0.…` and `terms.…`
 * @throws {NotFound} as those
 */
export async function setLiftStep(
  actor: Actor,
  { patientId, restrictionId, kg, password }: SetLiftStepInput,
  now: Date = new Date(),
): Promise<HeldBackNow> {
  requirePermission(actor, "restriction.order");
  const { ladder } = await loadEpisode(actor, patientId, now);
  const step = stepsToSet(ladder).find((one) => one.kg === kg);
  if (step === undefined) throw new Invalid({ kg: "laterStep" });
  return restrictionId === null
    ? orderRestrictions(actor, { patientId, restrictions: [step.terms], password }, now)
    : changeRestriction(actor, { patientId, restrictionId, terms: step.terms, password }, now);
}
