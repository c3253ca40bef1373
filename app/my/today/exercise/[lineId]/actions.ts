"use server";

import { notFound, redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { isOwed } from "@/lib/check-in/day-marks";
import { formOf } from "@/lib/form-data";
import { markExercise } from "@/lib/records/exercise-log/mark-exercise";
import { loadToday } from "@/lib/records/today/load-today";
import { exerciseMarkSchema } from "@/lib/schemas/exercise-log";

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
    if (mark.outcome === "skipped-it-hurts") return "/my/today/check-in?stage=skip" as const;
    if (mark.outcome === "not-done") return `/my/today/exercise/${mark.lineId}` as const;
    const { lines } = await loadToday(actor);
    const next = lines.find(({ marks: [first] }) => isOwed(first));
    return next ? (`/my/today/exercise/${next.id}` as const) : ("/my/today" as const);
  });
  if (result.status === "done") redirect(result.value);
  if (result.status === "conflict") redirect("/my/today");
  notFound();
}
