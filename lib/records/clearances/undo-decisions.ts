import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { clearanceStates } from "@/lib/clinical/facts";
import { databaseCode, inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound, Refused } from "@/lib/errors";
import { recordActs } from "@/lib/records/audit/record-act";
import { sign } from "@/lib/records/signature";
import { decisionOutcomes } from "@/lib/schemas/clearance";
import type { DecisionContent } from "./decision-digest";
import { evidenceSchema } from "./evidence";
import { lockPatientsOf } from "./lock-patients";
import { openStates, whyNotUndone } from "./moves";
import { tellOfDecision } from "./tell-of-decision";
import { termsSchema } from "./terms";

const instant = z.string().transform((at) => new Date(at));
const found = z.strictObject({
  decisionId: z.string(),
  clearanceId: z.string(),
  patientId: z.string(),
  episodeId: z.string(),
  subjectId: z.string(),
  requestedById: z.string(),
  state: z.enum(clearanceStates),
  version: z.number(),
  outcome: z.enum(decisionOutcomes),
  decidedAt: instant,
  isFromHere: z.boolean(),
  isLatest: z.boolean(),
  isSeen: z.boolean(),
  evidence: evidenceSchema,
  before: termsSchema.extend({ maxKg: z.coerce.number().nullable() }).loose(),
});
type Undoable = z.output<typeof found>;

/**
 * Takes back decisions of the actor's own, all or none: each clearance returns to the state and the terms of before, and a signed row says
 * so. Asks for no password: it is the same sign-in, within five minutes.
 * @throws {NotFound} of a decision that is not the actor's, or about somebody who is not theirs
 * @throws {Refused} `undoTooLate`, `undoSeen` by the patient, `undoMovedOn` when something came after it: another decision or request, or a
 *   warning sign that would have put the grant of before under review
 */
export async function undoDecisions(
  actor: Actor,
  { decisionIds }: { decisionIds: readonly string[] },
  now: Date = new Date(),
): Promise<{ clearanceIds: string[] }> {
  requirePermission(actor, "clearance.decide");
  const ids = [...new Set(decisionIds)];
  return orMovedOn(() =>
    inClinic(actor, async (tx) => {
      await lockPatientsOf(tx, actor, await clearancesOf(tx, actor, ids));
      const decisions = await loadUndoable(tx, actor, ids);
      if (decisions.length < ids.length) throw new NotFound("decision");
      for (const decision of decisions) {
        const reason = whyNotUndone(decision, now);
        if (reason !== null) throw new Refused(reason);
      }
      for (const decision of decisions) await undo(tx, actor, decision, now);
      await recordActs(
        tx,
        actor,
        "clearance.undo",
        decisions.map(({ clearanceId: id, patientId }) => ({ kind: "clearance", id, patientId })),
      );
      for (const [patientId, { requestedById }] of new Map(decisions.map((one) => [one.patientId, one]))) {
        await tellOfDecision(tx, actor, { patientId, requestedById }, now);
      }
      return { clearanceIds: decisions.map(({ clearanceId }) => clearanceId) };
    }),
  );
}

/** What the database refuses in the last moment: asked for again, or no longer in time. */
async function orMovedOn<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = databaseCode(error);
    if (code === "P2002" || code === "23505") throw new Refused("undoMovedOn");
    if (code === "PW033") throw new Refused("undoTooLate");
    throw error;
  }
}

async function clearancesOf(tx: Tx, { clinicId }: Actor, decisionIds: string[]): Promise<string[]> {
  const rows = await tx.clearanceDecision.findMany({
    where: { clinicId, id: { in: decisionIds } },
    select: { clearanceId: true },
  });
  return rows.map(({ clearanceId }) => clearanceId);
}

/** Locks the clearances in one order: the patient's page, which notes what it shows, comes before or after. */
async function loadUndoable(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Undoable[]> {
  await tx.$queryRaw`SELECT c.id FROM clearance c
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.id IN (
      SELECT d.clearance_id FROM clearance_decision d WHERE d.clinic_id = c.clinic_id AND d.id = ANY (${ids}::uuid[]))
    ORDER BY c.id FOR UPDATE`;
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object('decisionId', d.id, 'clearanceId', c.id, 'patientId', c.patient_id, 'episodeId', c.episode_id,
      'subjectId', c.subject_id, 'requestedById', c.requested_by_id, 'state', c.state, 'version', c.version, 'outcome', d.outcome,
      'decidedAt', d.decided_at, 'isFromHere', d.session_id IS NOT DISTINCT FROM ${actor.sessionId},
      'isLatest', c.state = d.outcome AND c.decided_at = d.decided_at
        AND NOT (d.before ->> 'state' IN ('granted', 'limited') AND warned_since(c.clinic_id, c.episode_id, d.decided_at))
        AND NOT EXISTS (
          SELECT FROM clearance again WHERE again.clinic_id = c.clinic_id AND again.episode_id = c.episode_id
            AND again.subject_id = c.subject_id AND again.id <> c.id AND again.state = ANY (${[...openStates]})),
      'isSeen', EXISTS (
        SELECT FROM clearance_seen s WHERE s.clinic_id = c.clinic_id AND s.clearance_id = c.id AND s.decided_at = d.decided_at),
      'evidence', d.evidence, 'before', d.before) AS found
    FROM clearance_decision d
    JOIN clearance c ON c.clinic_id = d.clinic_id AND c.id = d.clearance_id
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.patient_id = c.patient_id AND m.user_id = d.decided_by_id AND m.left_at IS NULL
    WHERE d.clinic_id = ${actor.clinicId}::uuid AND d.id = ANY (${ids}::uuid[]) AND d.decided_by_id = ${actor.userId}::uuid
      AND d.undoes_id IS NULL
    ORDER BY c.id`;
  return rows.map((row) => found.parse(row.found));
}

/** The signed row first, then the clearance as it was: the trigger takes nothing else. */
async function undo(tx: Tx, actor: Actor, decision: Undoable, now: Date): Promise<void> {
  const { clinicId, userId: decidedById, sessionId } = actor;
  const { decisionId, clearanceId, patientId, episodeId, subjectId, evidence, before } = decision;
  const { fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn } = before;
  const terms = { fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn };
  const subject = { clearanceId, patientId, episodeId, subjectId };
  const content: DecisionContent = {
    ...subject,
    outcome: "undone",
    terms,
    reason: null,
    evidence,
    undoesId: decisionId,
  };
  const { printedName, meaning, sha256 } = sign(actor, `took back: ${evidence.subject.name.en}`, content, now);
  await tx.clearanceDecision.createMany({
    data: {
      ...{ clinicId, clearanceId, patientId, outcome: "undone", reason: null, evidence, terms, undoesId: decisionId },
      ...{ decidedById, decidedAt: now, sessionId, signedName: printedName, meaning, sha256 },
    },
  });
  await tx.$executeRaw`UPDATE clearance c
    SET state = b.state, from_day = b."fromDay", until_day = b."untilDay", max_minutes = b."maxMinutes", max_kg = b."maxKg",
      words_for_patient = b."wordsForPatient", review_on = b."reviewOn", decided_at = b."decidedAt" AT TIME ZONE 'UTC', version = c.version + 1
    FROM clearance_decision d, jsonb_to_record(d.before) AS b (state text, "fromDay" date, "untilDay" date, "maxMinutes" integer,
      "maxKg" numeric, "wordsForPatient" text, "reviewOn" date, "decidedAt" timestamp)
    WHERE d.clinic_id = ${clinicId}::uuid AND d.id = ${decisionId}::uuid AND c.clinic_id = d.clinic_id AND c.id = d.clearance_id`;
}
