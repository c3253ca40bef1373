import { z } from "zod";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { lessStrict, type LessStrict } from "@/lib/clinical/less-strict";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid, NotFound } from "@/lib/errors";
import { loadSettings, withClinicNumbers } from "@/lib/records/settings/current-settings";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import type { OwnExerciseRow } from "./own-exercise-row";

const originalRow = z.object({ code: z.string(), copiedFrom: z.string().nullable(), facts: exerciseFactsSchema });

/** An exercise by the clinic's own earliest days: a copy has another code, under which the clinic has set none. */
export async function byClinicNumbers(tx: Tx, clinicId: string, facts: ExerciseFacts): Promise<ExerciseFacts> {
  const content = { protocols: {}, exercises: { [facts.id]: facts } };
  return withClinicNumbers(await loadSettings(tx, clinicId), content).exercises[facts.id] ?? facts;
}

/**
 * The exercise with which a copy is compared, by the clinic's own days: the one at the beginning of all copying, so that a copy of a copy hides
 * nothing.
 * @throws {NotFound} for a code that the clinic's library lacks
 */
export async function loadOriginal(
  tx: Tx,
  clinicId: string,
  code: string,
): Promise<{ code: string; facts: ExerciseFacts }> {
  const select = { code: true, copiedFrom: true, facts: true } as const;
  const named = await tx.exercise.findUnique({ where: { clinicId_code: { clinicId, code } }, select });
  if (!named) throw new NotFound("exercise");
  const first = originalRow.parse(named);
  if (first.copiedFrom === null) return { code, facts: await byClinicNumbers(tx, clinicId, first.facts) };
  return loadOriginal(tx, clinicId, first.copiedFrom);
}

/** With what a change of an own exercise is compared: its original, or where it was begun from nothing, itself as it stands. */
export async function comparedWith(
  tx: Tx,
  clinicId: string,
  { code, copiedFrom, facts }: OwnExerciseRow,
): Promise<{ code: string; facts: ExerciseFacts }> {
  return copiedFrom === null ? { code, facts } : loadOriginal(tx, clinicId, copiedFrom);
}

/**
 * In what an exercise is less strict than its original; for that somebody has to say why.
 * @throws {Invalid} on `exercise.reason` when nobody did
 */
export function explainedLessStrict(
  original: ExerciseFacts | null,
  facts: ExerciseFacts,
  reason: string | null,
): LessStrict[] {
  const found = original === null ? [] : lessStrict(original, facts);
  if (found.length > 0 && reason === null) throw new Invalid({ "exercise.reason": "lessStrictReason" });
  return found;
}
