import type { Actor } from "@/lib/access/actor";
import { dateOf } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import { sign } from "@/lib/records/signature";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";
import { decidableClearance, type DecidableClearance } from "./decidable-clearance";
import type { DecisionContent } from "./decision-digest";
import { termsOf, type Terms } from "./terms";

/** What is decided of one clearance, before it is signed. */
export type Decision = Terms & { outcome: DecisionOutcome; reason: string | null };

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
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  clearance: DecidableClearance,
  input: Decision,
  evidence: DecisionContent["evidence"],
  now: Date,
): Promise<string> {
  const { clinicId, userId: decidedById, sessionId } = actor;
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
      sessionId,
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
export function stateOf({ id, state, version, decidedAt, decidedBy }: DecidableClearance) {
  return { clearanceId: id, state, version, decidedAt, decidedBy };
}
