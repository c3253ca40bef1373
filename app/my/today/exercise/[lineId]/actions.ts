"use server";

import { notFound, redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { markExercise } from "@/lib/records/exercise-log/mark-exercise";
import { loadToday } from "@/lib/records/today/load-today";
import { exerciseMarkSchema } from "@/lib/schemas/exercise-log";
import { addressAfter } from "./_components/addresses";

/** Marks the exercise and opens what comes next: the questions about the pain, the next exercise, or the day's list. */
export async function markOwnExercise(sent: unknown): Promise<void> {
  const form = formOf(sent);
  const input = {
    lineId: form.get("lineId"),
    idempotencyKey: form.get("idempotencyKey"),
    outcome: form.get("outcome"),
    session: form.get("session") ?? undefined,
  };
  const result = await runAction(exerciseMarkSchema, input, async (actor, mark) => {
    await markExercise(actor, mark);
    const isLeft = mark.outcome === "skipped-it-hurts" || mark.outcome === "not-done";
    return addressAfter(isLeft ? [] : (await loadToday(actor)).lines, mark);
  });
  if (result.status === "done") redirect(result.value);
  if (result.status === "conflict") redirect("/my/today");
  notFound();
}
