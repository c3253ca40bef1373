import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { daysBetween } from "@/lib/clinical/days";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { sha256Of } from "@/lib/records/canonical-json";
import type { DecideClearanceInput, DecisionOutcome } from "@/lib/schemas/clearance";
import { decidableClearance } from "./decidable-clearance";
import { gatherEvidence } from "./gather-evidence";
import { lockPatientsOf } from "./lock-patients";
import { outcomesFrom } from "./moves";
import { tellOfDecision } from "./tell-of-decision";
import { gapOfRenewal, gapsOf } from "./terms";
import { stateOf, writeDecision } from "./write-decision";

/**
 * Decides a clearance with a signature: grants, grants with limits, denies, asks back, or revokes, as its state allows. The evidence is kept
 * with the decision.
 * @throws {Invalid} on `password` when it is not theirs; on a field that the day or the guideline asks for
 * @throws {NotFound} where the clearance, its patient or the decision is not theirs
 * @throws {Conflict} when somebody decided first, or the evidence is no longer what the screen showed
 * @throws {Refused} of an outcome that the state does not allow
 */
export async function decideClearance(
  actor: Actor,
  input: DecideClearanceInput,
  now: Date = new Date(),
): Promise<{ decisionId: string; outcome: DecisionOutcome }> {
  requirePermission(actor, "clearance.decide");
  await confirmIdentity(actor, input.password);
  return inClinic(actor, async (tx) => {
    await lockPatientsOf(tx, actor, [input.clearanceId]);
    const clearance = await decidableClearance(tx, actor, input.clearanceId);
    if (clearance.version !== input.version) throw new Conflict("clearance", stateOf(clearance));
    if (!outcomesFrom(clearance.state).includes(input.outcome)) throw new Refused("notFromThisState");
    const today = dayIn(actor.clinic.timeZone, now);
    const evidence = await gatherEvidence(tx, actor.clinicId, clearance.id, today);
    if (input.evidenceSha256 !== sha256Of(evidence)) throw new Conflict("evidence", stateOf(clearance));
    const gaps = {
      ...gapsOf(input, today, evidence.time, (day) => daysBetween(today, day)),
      ...gapOfRenewal(input, clearance, today),
    };
    if (Object.keys(gaps).length > 0) throw new Invalid(gaps);
    const decisionId = await writeDecision(tx, actor, clearance, input, evidence, now);
    await tellOfDecision(tx, actor, clearance, now);
    await recordAct(tx, actor, "clearance.decide", {
      kind: "clearance",
      id: clearance.id,
      patientId: clearance.patientId,
    });
    return { decisionId, outcome: input.outcome };
  });
}
