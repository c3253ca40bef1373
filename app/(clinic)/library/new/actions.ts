"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { addExercise } from "@/lib/records/library/add-exercise";
import { addExerciseSchema } from "@/lib/schemas/own-exercise/own-exercise";

/** Adds an exercise of the clinic's own. */
export async function addExerciseAction(input: unknown): Promise<ActionResult<{ code: string }>> {
  return runAction(addExerciseSchema, input, (actor, parsed) => addExercise(actor, parsed));
}
