import type { Actor } from "@/lib/access/actor";
import { daysBetween } from "@/lib/clinical/days";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid } from "@/lib/errors";
import { recordActs } from "@/lib/records/audit/record-act";
import type { DecidableClearance } from "./decidable-clearance";
import type { Evidence } from "./evidence";
import { outcomesFrom } from "./moves";
import { tellOfDecision } from "./tell-of-decision";
import { gapOfRenewal, gapsOf } from "./terms";
import { writeDecision, type Decision } from "./write-decision";

/** One of the decisions under a common signature; null where the clearance is no longer what the line was about. */
export type LineToSign = {
  decision: Decision;
  clearance: DecidableClearance | null;
  evidence: Evidence | null;
  /** Whether the evidence is still what the screen showed. */
  isAsShown: boolean;
};

/**
 * Writes all decisions or none, each with its own signed row, evidence and audit row; each patient's therapist is told once. Runs inside the
 * caller's transaction, which has locked the clearances and knows that the actor may decide them.
 * @throws {Conflict} when the evidence of all of them has changed: something new is known of the patient
 * @throws {Invalid} naming every line that changed meanwhile or lacks something, as `lines.2.fromDay`
 */
export async function decideTogether(
  tx: Tx,
  actor: Actor,
  lines: readonly LineToSign[],
  today: Day,
  now: Date,
): Promise<string[]> {
  const changed = lines.filter(({ clearance, evidence, isAsShown }) => clearance && evidence && !isAsShown);
  if (changed.length === lines.length) throw new Conflict("evidence", null);
  const problems = lines.flatMap((line, index) =>
    Object.entries(problemsOf(line, today)).map(([field, problem]) => [`lines.${index}.${field}`, problem] as const),
  );
  if (problems.length > 0) throw new Invalid(Object.fromEntries(problems));
  const decided: { id: string; clearance: DecidableClearance }[] = [];
  for (const { clearance, decision, evidence } of lines) {
    if (!clearance || !evidence) continue;
    decided.push({ id: await writeDecision(tx, actor, clearance, decision, evidence, now), clearance });
  }
  await recordActs(
    tx,
    actor,
    "clearance.decide",
    decided.map(({ clearance: { id, patientId } }) => ({ kind: "clearance", id, patientId })),
  );
  for (const clearance of new Map(decided.map((one) => [one.clearance.patientId, one.clearance])).values()) {
    await tellOfDecision(tx, actor, clearance, now);
  }
  return decided.map(({ id }) => id);
}

function problemsOf({ clearance, decision, evidence, isAsShown }: LineToSign, today: Day): Record<string, string> {
  if (!clearance || !evidence || !outcomesFrom(clearance.state).includes(decision.outcome)) {
    return { outcome: "changedMeanwhile" };
  }
  if (!isAsShown) return { outcome: "evidenceChanged" };
  return {
    ...gapsOf(decision, today, evidence.time, (day) => daysBetween(today, day)),
    ...gapOfRenewal(decision, clearance, today),
  };
}
