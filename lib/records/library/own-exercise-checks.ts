import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import type { OwnExercise } from "@/lib/schemas/own-exercise/own-exercise";
import { sources } from "@/prisma/content/bundled";

const clinicRow = z.strictObject({
  protocols: z.array(z.strictObject({ id: z.string(), phases: z.number() })),
  isEnglishTaken: z.boolean(),
  isSpanishTaken: z.boolean(),
  codes: z.array(z.string()),
});

/**
 * What no schema of one form can see: the clinic's protocols, the sources that ship, and the names of its other exercises.
 * @param code of the exercise that is changed, whose own name is free; null for a new one
 * @returns the codes of the clinic's own exercises
 * @throws {Invalid} with every field that is wrong, under `exercise.`
 */
export async function checkOwnExercise(
  tx: Tx,
  clinicId: string,
  code: string | null,
  { name, earliest, sources: named }: OwnExercise,
): Promise<ReadonlySet<string>> {
  const [row] = await tx.$queryRaw<unknown[]>`
    SELECT (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.protocol_id, 'phases', (
        SELECT max(p.n) FROM template_version v JOIN template_phase p ON p.clinic_id = v.clinic_id AND p.version_id = v.id
        WHERE v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL))), '[]')
      FROM template t WHERE t.clinic_id = ${clinicId}::uuid AND t.origin = 'shipped' AND t.retired_at IS NULL
    ) AS protocols, (
      SELECT coalesce(bool_or(plain_words(x.facts #>> '{name,en}') = plain_words(${name.en})), false) FROM exercise x
      WHERE x.clinic_id = ${clinicId}::uuid AND x.retired_at IS NULL AND x.code IS DISTINCT FROM ${code}
    ) AS "isEnglishTaken", (
      SELECT coalesce(bool_or(plain_words(x.facts #>> '{name,es}') = plain_words(${name.es})), false) FROM exercise x
      WHERE x.clinic_id = ${clinicId}::uuid AND x.retired_at IS NULL AND x.code IS DISTINCT FROM ${code}
    ) AS "isSpanishTaken", (
      SELECT coalesce(jsonb_agg(x.code), '[]') FROM exercise x WHERE x.clinic_id = ${clinicId}::uuid AND x.origin = 'clinic'
    ) AS codes`;
  const { protocols, isEnglishTaken, isSpanishTaken, codes } = clinicRow.parse(row);
  const fields: Record<string, string> = {};
  if (isEnglishTaken) fields["exercise.name.en"] = "nameTaken";
  if (isSpanishTaken) fields["exercise.name.es"] = "nameTaken";
  for (const { id, phases } of protocols) {
    const rule = earliest[id];
    if (!rule) fields[`exercise.earliest.${id}.rule`] = "required";
    else if (rule.phase !== null && rule.phase > phases) fields[`exercise.earliest.${id}.phase`] = "noSuchPhase";
  }
  const known = new Set(protocols.map(({ id }) => id));
  for (const id of Object.keys(earliest)) if (!known.has(id)) fields[`exercise.earliest.${id}.rule`] = "badId";
  if (named.some((id) => !Object.hasOwn(sources, id))) fields["exercise.sources"] = "badId";
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
  return new Set(codes);
}
