import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { storedTextsSchema } from "@/lib/schemas/own-exercise/stored-texts";

const ownRow = z.strictObject({
  id: z.string(),
  code: z.string(),
  version: z.number(),
  copiedFrom: z.string().nullable(),
  facts: exerciseFactsSchema,
  texts: storedTextsSchema,
  /** As it is stored; what may be drawn is for its own schema to say. */
  figure: z.json().nullable(),
});
export type OwnExerciseRow = z.output<typeof ownRow>;

/**
 * An exercise of the clinic's own that is in use.
 * @throws {NotFound} for a shipped one, which is copied and not changed, for a retired one, and for what the clinic does not have
 */
export async function loadOwnExercise(tx: Tx, clinicId: string, code: string): Promise<OwnExerciseRow> {
  const found = await tx.exercise.findFirst({
    where: { clinicId, code, origin: "clinic", retiredAt: null },
    select: { id: true, code: true, version: true, copiedFrom: true, facts: true, texts: true, figure: true },
  });
  if (!found) throw new NotFound("exercise");
  return ownRow.parse(found);
}

/** Who wrote the version that stands, for whoever came too late. */
export async function standingVersion(
  tx: Tx,
  clinicId: string,
  exerciseId: string,
): Promise<{ version: number; changedName: string } | null> {
  return tx.exerciseChange.findFirst({
    where: { clinicId, exerciseId },
    orderBy: { version: "desc" },
    select: { version: true, changedName: true },
  });
}
