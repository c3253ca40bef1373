import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { lineHistory, reasonWrittenIn } from "@/lib/draft/line-history";
import { draftLineSchema } from "@/lib/schemas/program";
import { lineAsDrafted } from "./line-as-drafted";

/** Revisions, oldest first, each with its lines of the exercises in question. */
export const signedStatesSchema = z.array(
  z.strictObject({
    number: z.number(),
    signedName: z.string(),
    signedAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString()),
    lines: z.array(draftLineSchema),
  }),
);
type SignedStates = z.output<typeof signedStatesSchema>;

/** Who answers for an override's reason: whoever signed the revision that first has it. */
export type OverrideAuthor = Pick<SignedStates[number], "number" | "signedName" | "signedAt">;

/** The revisions up to the revision `r` of the surrounding query, with their lines of the exercises that are overridden in it. */
export const overriddenStates = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('number', h.number, 'signedName', h.signed_name, 'signedAt', h.signed_at, 'lines', (
    SELECT coalesce(jsonb_agg(${lineAsDrafted} ORDER BY l.phase, l.position), '[]') FROM prescribed_exercise l
    WHERE l.clinic_id = h.clinic_id AND l.revision_id = h.id AND l.exercise_id IN (
      SELECT o.exercise_id FROM prescribed_exercise o
      WHERE o.clinic_id = r.clinic_id AND o.revision_id = r.id AND o.override_reason IS NOT NULL))) ORDER BY h.number), '[]')
  FROM program_revision h WHERE h.clinic_id = r.clinic_id AND h.program_id = r.program_id AND h.number <= r.number)`;

/** The author of every override of the last of these revisions, by the id of its line. */
export function overrideAuthors(states: SignedStates): Record<string, OverrideAuthor> {
  const overridden = (states.at(-1)?.lines ?? []).filter(({ overrideReason }) => overrideReason !== null);
  return Object.fromEntries(
    overridden.flatMap(({ id }) => {
      const written = reasonWrittenIn(lineHistory(id, states));
      const state = states.find(({ number }) => number === written);
      if (!state) return [];
      const { number, signedName, signedAt } = state;
      return [[id, { number, signedName, signedAt }]];
    }),
  );
}
