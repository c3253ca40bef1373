import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { LessStrict } from "@/lib/clinical/less-strict";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { lessStrictSchema } from "@/lib/schemas/own-exercise/stored-texts";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { originalOf, originalSchema, stricterOriginal } from "./stricter-original";

const historyRow = z.strictObject({
  copiedFrom: z.strictObject({ code: z.string(), name: textSchema }).nullable(),
  /** Newest first. */
  changes: z
    .array(
      z.strictObject({
        version: z.number(),
        kind: z.enum(["added", "changed", "retired"]),
        lessStrict: lessStrictSchema,
        reason: z.string().nullable(),
        by: z.string(),
        at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
      }),
    )
    .min(1),
  facts: exerciseFactsSchema,
  original: originalSchema,
});
export type OwnHistory = Pick<z.output<typeof historyRow>, "copiedFrom" | "changes"> & {
  /** In what the original has become stricter since the newest version was written. */
  stricter: LessStrict[];
};

/**
 * How an exercise of the clinic's own came to be what it is: each version, in whose name and why, and in what it is less strict than the exercise
 * that it was copied from, when that was said and since. One query.
 * @throws {NotFound} for a shipped exercise and for what is not there
 */
export async function loadOwnHistory(actor: Actor, code: string): Promise<OwnHistory> {
  requirePermission(actor, "library.read");
  const [row] = await inClinic(
    actor,
    (tx) => tx.$queryRaw<{ history: unknown }[]>`
      SELECT jsonb_build_object(
        'copiedFrom', (
          SELECT jsonb_build_object('code', o.code, 'name', o.facts -> 'name') FROM exercise o
          WHERE o.clinic_id = x.clinic_id AND o.code = x.copied_from),
        'changes', (
          SELECT jsonb_agg(jsonb_build_object('version', c.version, 'kind', c.kind, 'lessStrict', c.less_strict, 'reason', c.reason,
            'by', c.changed_name, 'at', c.changed_at) ORDER BY c.version DESC)
          FROM exercise_change c WHERE c.clinic_id = x.clinic_id AND c.exercise_id = x.id),
        'facts', x.facts, 'original', ${originalOf(Prisma.sql`x`)}) AS history
      FROM exercise x WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.code = ${code} AND x.origin = 'clinic'`,
  );
  if (!row) throw new NotFound("exercise");
  const { facts, original, ...history } = historyRow.parse(row.history);
  return { ...history, stricter: stricterOriginal(facts, original) };
}
