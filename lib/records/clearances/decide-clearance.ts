import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { daysBetween } from "@/lib/clinical/days";
import { dateOf, dayIn } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { sha256Of } from "@/lib/records/canonical-json";
import { sign } from "@/lib/records/signature";
import { isGrant, type DecideClearanceInput, type DecisionOutcome } from "@/lib/schemas/clearance";
import { decidableClearance, type DecidableClearance } from "./decidable-clearance";
import type { DecisionContent } from "./decision-digest";
import { gatherEvidence } from "./gather-evidence";
import { outcomesFrom } from "./moves";
import { tellOfDecision } from "./tell-of-decision";
import { gapsOf, termsOf } from "./terms";

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
    const clearance = await decidableClearance(tx, actor, input.clearanceId);
    if (clearance.version !== input.version) throw new Conflict("clearance", stateOf(clearance));
    if (!outcomesFrom(clearance.state).includes(input.outcome)) throw new Refused("notFromThisState");
    const today = dayIn(actor.clinic.timeZone, now);
    const evidence = await gatherEvidence(tx, actor.clinicId, clearance.id, today);
    if (input.evidenceSha256 !== sha256Of(evidence)) throw new Conflict("evidence", stateOf(clearance));
    const gaps = gapsOf(input, today, evidence.time, (day) => daysBetween(today, day));
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

/** What the signature says beside the name. */
function meaningOf(outcome: DecisionOutcome, subject: string): string {
  const meanings = {
    granted: "cleared for",
    limited: "cleared with limits for",
    denied: "not cleared for",
    returned: "asked back about",
    revoked: "clearance revoked for",
  } as const satisfies Record<DecisionOutcome, string>;
  return `${meanings[outcome]} ${subject}`;
}

/** The signed row first, then the clearance by the version that was read: of two at once one finds no row, and its decision is undone. */
async function writeDecision(
  tx: Tx,
  actor: Actor,
  clearance: DecidableClearance,
  input: DecideClearanceInput,
  evidence: DecisionContent["evidence"],
  now: Date,
): Promise<string> {
  const { clinicId, userId: decidedById } = actor;
  const { id: clearanceId, patientId, episodeId, subjectId } = clearance;
  const { outcome, reason } = input;
  const terms = termsOf(input);
  const content: DecisionContent = { clearanceId, patientId, episodeId, subjectId, outcome, terms, reason, evidence };
  const {
    printedName: signedName,
    meaning,
    sha256,
  } = sign(actor, meaningOf(outcome, evidence.subject.name.en), content, now);
  const { id } = await tx.clearanceDecision.create({
    data: {
      clinicId,
      clearanceId,
      patientId,
      outcome,
      reason,
      evidence,
      terms,
      decidedById,
      decidedAt: now,
      signedName,
      meaning,
      sha256,
    },
    select: { id: true },
  });
  const { count } = await tx.clearance.updateMany({
    where: { clinicId, id: clearanceId, version: clearance.version },
    data: {
      state: outcome,
      decidedAt: now,
      version: clearance.version + 1,
      ...(isGrant(outcome) ? columnsOf(terms) : {}),
    },
  });
  if (count === 0) throw new Conflict("clearance", stateOf(await decidableClearance(tx, actor, clearanceId)));
  return id;
}

function columnsOf({ fromDay, untilDay, reviewOn, ...terms }: DecisionContent["terms"]) {
  const dated = (day: string | null) => (day === null ? null : dateOf(day));
  return { ...terms, fromDay: dated(fromDay), untilDay: dated(untilDay), reviewOn: dated(reviewOn) };
}

/** What stands now, for showing both states of a conflict. */
function stateOf({ id, state, version, decidedAt, decidedBy }: DecidableClearance) {
  return { clearanceId: id, state, version, decidedAt, decidedBy };
}
