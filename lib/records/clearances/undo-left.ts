import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Text } from "@/lib/clinical/facts";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { decisionOutcomes, type DecisionOutcome } from "@/lib/schemas/clearance";
import { undoLasts, whyNotUndone } from "./moves";
import { subjectTextsSchema } from "./subject-texts";

/** A decision of the reader's own that they can still take back, and for how many milliseconds from now. */
export type UndoLeft = { decisionId: string; leftMs: number };

/** What was just signed, and how long all of it can still be taken back; null when not any more. */
export type JustSigned = {
  decisions: { decisionId: string; outcome: DecisionOutcome; subject: Text; patientName: string }[];
  leftMs: number | null;
};

/** The decision that a clearance c stands by, where it is the actor's own; for `undoLeft`. */
export function undoColumns(actor: Actor): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('decisionId', d.id, 'decidedAt', d.decided_at, 'isFromHere', d.session_id IS NOT DISTINCT FROM ${actor.sessionId},
      'isSeen', EXISTS (
        SELECT FROM clearance_seen s WHERE s.clinic_id = c.clinic_id AND s.clearance_id = c.id AND s.decided_at = c.decided_at))
    FROM clearance_decision d WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND d.decided_at = c.decided_at
      AND d.outcome = c.state AND d.decided_by_id = ${actor.userId}::uuid)`;
}

const own = z.strictObject({
  decisionId: z.string(),
  decidedAt: z.string().transform((at) => new Date(at)),
  isFromHere: z.boolean(),
  isSeen: z.boolean(),
});

/** Parses what `undoColumns` gives. */
export function undoLeft(stored: unknown, now: Date): UndoLeft | null {
  const decision = own.nullable().parse(stored);
  if (decision === null || whyNotUndone({ ...decision, isLatest: true }, now) !== null) return null;
  const { decisionId, decidedAt } = decision;
  return { decisionId, leftMs: undoLasts - (now.getTime() - decidedAt.getTime()) };
}

const signed = z.strictObject({
  decisionId: z.string(),
  outcome: z.enum(decisionOutcomes),
  texts: subjectTextsSchema,
  patientName: z.string(),
  undo: z.unknown(),
});

/** Those of the decisions that the actor signed themselves; null without one. One query. */
export async function loadJustSigned(
  tx: Tx,
  actor: Actor,
  decisionIds: readonly string[],
  now: Date,
): Promise<JustSigned | null> {
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object('decisionId', made.id, 'outcome', made.outcome, 'texts', s.texts,
      'patientName', p.given_name || ' ' || p.family_name, 'undo', ${undoColumns(actor)}) AS found
    FROM clearance_decision made
    JOIN clearance c ON c.clinic_id = made.clinic_id AND c.id = made.clearance_id
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
    JOIN patient p ON p.clinic_id = c.clinic_id AND p.id = c.patient_id
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
    WHERE made.clinic_id = ${actor.clinicId}::uuid AND made.id = ANY (${decisionIds}::uuid[])
      AND made.decided_by_id = ${actor.userId}::uuid AND made.undoes_id IS NULL
    ORDER BY s.id, made.id`;
  const found = rows.map((row) => signed.parse(row.found));
  if (found.length === 0) return null;
  const left = found.map(({ decisionId, undo }) => {
    const standing = undoLeft(undo, now);
    return standing?.decisionId === decisionId ? standing.leftMs : null;
  });
  return {
    decisions: found.map(({ texts, undo: _, ...decision }) => ({ ...decision, subject: texts.name })),
    leftMs: left.every((ms) => ms !== null) ? Math.min(...left) : null,
  };
}
