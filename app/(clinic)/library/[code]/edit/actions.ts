"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { changeExercise } from "@/lib/records/library/change-exercise";
import { retireExercise } from "@/lib/records/library/retire-exercise";
import { changeExerciseSchema, retireExerciseSchema } from "@/lib/schemas/own-exercise/own-exercise";

/** Makes the next version of an exercise of the clinic's own. */
export async function changeExerciseAction(input: unknown): Promise<ActionResult<{ version: number }>> {
  return runAction(changeExerciseSchema, input, (actor, parsed) => changeExercise(actor, parsed));
}

/** Takes an exercise of the clinic's own out of the library. */
export async function retireExerciseAction(input: unknown): Promise<ActionResult<void>> {
  return runAction(retireExerciseSchema, input, (actor, parsed) => retireExercise(actor, parsed));
}
