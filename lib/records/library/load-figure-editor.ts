import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { RegionalTag, Text } from "@/lib/clinical/facts";
import { inClinic } from "@/lib/db/in-clinic";
import type { FigureRecord } from "@/lib/figure/record";
import { ownFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { textSchema } from "@/lib/schemas/text";
import { figures } from "@/prisma/content/bundled-figures";
import { loadOwnExercise } from "./own-exercise-row";

const sources = z.array(
  z.strictObject({ code: z.string(), name: textSchema, alt: textSchema.nullable(), isOriginal: z.boolean() }),
);

export type FigureEditor = {
  code: string;
  version: number;
  name: Text;
  alt: Text;
  tags: RegionalTag[];
  /** The shipped exercise with whose pictures it is begun; `isOriginal`: the one that it was copied from, whose figure it shows without one of its own. */
  source: { code: string; name: Text; record: FigureRecord; isOriginal: boolean };
  /** What is adjusted: its own record where it was taken from the source, else the source's. */
  record: FigureRecord;
};

/**
 * The figure of an own exercise to be adjusted; null while no shipped figure is chosen to begin with.
 * @param from the shipped exercise whose pictures are taken; null: those it has, else its original's
 * @throws {NotFound} for a shipped or a retired exercise
 */
export async function loadFigureEditor(actor: Actor, code: string, from: string | null): Promise<FigureEditor | null> {
  requirePermission(actor, "library.write");
  const { clinicId } = actor;
  return inClinic(actor, async (tx) => {
    const own = await loadOwnExercise(tx, clinicId, code);
    const stored = ownFigureSchema.nullable().catch(null).parse(own.figure);
    const found = sources.parse(
      await tx.$queryRaw<unknown[]>`
        SELECT x.code, x.facts -> 'name' AS name, x.texts -> 'textAlternative' AS alt, x.code IS NOT DISTINCT FROM shipped_original(x.clinic_id, ${code}) AS "isOriginal" FROM exercise x
        WHERE x.clinic_id = ${clinicId}::uuid AND x.origin = 'shipped'
          AND x.code IN (${from ?? ""}, ${stored?.from ?? ""}, shipped_original(${clinicId}::uuid, ${code}))`,
    );
    const named = (wanted: string | null | undefined) => found.find((source) => source.code === wanted);
    const source = named(from) ?? named(stored?.from) ?? found.find(({ isOriginal }) => isOriginal);
    const record = source && figures[source.code];
    if (!record) return null;
    const { alt, ...shown } = source;
    const isItsOwn = source.code === stored?.from || (stored === null && source.isOriginal);
    return {
      ...{ code, version: own.version, name: own.facts.name, tags: own.facts.tags },
      // Other pictures are told in other words.
      alt: (isItsOwn ? own.texts.textAlternative : alt) ?? { en: "", es: "" },
      source: { ...shown, record },
      record: stored?.from === source.code ? stored.record : record,
    };
  });
}
