import type { Tx } from "@/lib/db/in-clinic";
import { dateOf } from "@/lib/dates";
import type { DecisionContent } from "@/lib/records/clearances/decision-digest";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { gatherEvidence } from "@/lib/records/clearances/gather-evidence";
import { tellOfDecision } from "@/lib/records/clearances/tell-of-decision";
import { sign } from "@/lib/records/signature";
import type { AuditTrail } from "./audit-trail";
import { deciderOf, phaseOn, subjectOf, type Person } from "./person";
import type { ClearanceStory } from "./story";

const meanings = {
  granted: "cleared for",
  limited: "cleared with limits for",
  denied: "not cleared for",
  returned: "asked back about",
} as const;

/** The hour of every decision, and of what is granted without a question. */
const decidedAt = "16:20";

/** The requests of a story and the signed decisions on them, oldest first, each on the evidence of its day. */
export async function writeClearances(tx: Tx, person: Person, audit: AuditTrail): Promise<void> {
  const { story, clinicId, patientId, episodeId, therapist, clock } = person;
  const asked = story.clearances.map((clearance) => ({
    ...clearance,
    id: crypto.randomUUID(),
    // Without a question whoever decides opens it themself, with the decision.
    by: clearance.question === null ? deciderOf(person, clearance) : therapist,
    at: clock.at(clearance.asked, clearance.question === null ? decidedAt : "14:05"),
  }));
  await tx.clearance.createMany({
    data: asked.map(({ id, subject, question, by, at }) => ({
      ...{ clinicId, id, patientId, episodeId, subjectId: subject, question },
      ...{ requestedById: by.userId, requestedAt: at },
    })),
  });
  for (const { id, by, at } of asked) audit.add(by, "clearance.request", { kind: "clearance", id, patientId }, at);
  const decided = asked
    .filter(({ decision }) => decision)
    .sort((a, b) => (a.decision?.day ?? 0) - (b.decision?.day ?? 0));
  for (const clearance of decided) await decide(tx, person, clearance, audit);
}

async function decide(
  tx: Tx,
  person: Person,
  clearance: ClearanceStory & { id: string },
  audit: AuditTrail,
): Promise<void> {
  const { clinicId, patientId, episodeId, clock } = person;
  const { id: clearanceId, subject: subjectId, decision } = clearance;
  if (!decision) return;
  const { day, outcome, reason = null } = decision;
  const decider = deciderOf(person, clearance);
  const at = clock.at(day, decidedAt);
  await tx.$queryRaw`SELECT set_config('app.actor_id', ${decider.userId}, true), set_config('app.actor_role', ${decider.role}, true)`;
  const isGrant = outcome === "granted" || outcome === "limited";
  const reviewOn = isGrant && decision.reviewDay !== undefined ? clock.dayOf(decision.reviewDay) : null;
  const untilDay = isGrant && decision.untilDay !== undefined ? clock.dayOf(decision.untilDay) : null;
  const limits = { maxMinutes: decision.maxMinutes ?? null, maxKg: decision.maxKg ?? null };
  const fromDay = isGrant ? clock.dayOf(day) : null;
  const terms = { fromDay, untilDay, ...limits, wordsForPatient: decision.words ?? null, reviewOn };
  const evidence = asOf(await gatherEvidence(tx, clinicId, clearanceId, clock.dayOf(day)), person, day);
  const content: DecisionContent = { clearanceId, patientId, episodeId, subjectId, outcome, terms, reason, evidence };
  const meaning = `${meanings[outcome]} ${subjectOf(person, clearance).name}`;
  const { printedName: signedName, sha256 } = sign(decider, meaning, content, at);
  await tx.clearanceDecision.createMany({
    data: {
      ...{ clinicId, clearanceId, patientId, outcome, reason, evidence, terms, signedName, meaning, sha256 },
      ...{ decidedById: decider.userId, decidedAt: at },
    },
  });
  await tx.clearance.updateMany({
    where: { clinicId, id: clearanceId },
    data: {
      ...{ state: outcome, decidedAt: at, version: 2, ...limits, wordsForPatient: terms.wordsForPatient },
      fromDay: fromDay === null ? null : dateOf(fromDay),
      untilDay: untilDay === null ? null : dateOf(untilDay),
      reviewOn: reviewOn === null ? null : dateOf(reviewOn),
    },
  });
  if (decision.isUnread) await tellOfDecision(tx, decider, { patientId, requestedById: person.therapist.userId }, at);
  audit.add(decider, "clearance.decide", { kind: "clearance", id: clearanceId, patientId }, at);
}

/** The evidence without what came after the day: the record is told from its end, the decision was made in its middle. */
function asOf(evidence: Evidence, person: Person, day: number): Evidence {
  const n = phaseOn(person, day);
  const phase = evidence.phase;
  const then = phase && n !== null ? (person.phaseNames.get(n) ?? phase.name) : null;
  return {
    ...evidence,
    phase: phase && then && n !== null ? { ...phase, n, name: then } : null,
    readiness: n === phase?.n ? evidence.readiness : null,
    conditions: { ...evidence.conditions, redFlags: { count: 0, last: null, level: null }, holds: [] },
  };
}
