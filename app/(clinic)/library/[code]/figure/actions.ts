"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { changeFigure } from "@/lib/records/library/change-figure";
import { changeFigureSchema } from "@/lib/schemas/own-exercise/figure";

/** Gives an exercise of the clinic's own a figure of its own, or its original's again. */
export async function changeFigureAction(input: unknown): Promise<ActionResult<{ version: number }>> {
  return runAction(changeFigureSchema, input, (actor, parsed) => changeFigure(actor, parsed));
}
