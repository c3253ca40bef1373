"use server";

import { notFound, redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { takeMark } from "@/lib/records/reports/take-report";
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
    const { isKept } = await takeMark(actor, mark);
    // Its exercise is not on the list any more: nothing there to undo. Pain is asked about all the same.
    if (isKept) return mark.outcome === "skipped-it-hurts" ? "/my/today/check-in?stage=skip" : "/my/today?after=kept";
    const isLeft = mark.outcome === "skipped-it-hurts" || mark.outcome === "not-done";
    return addressAfter(isLeft ? [] : (await loadToday(actor)).lines, mark);
  });
  if (result.status === "done") redirect(result.value);
  if (result.status === "conflict") redirect("/my/today");
  notFound();
}
