"use server";

import { notFound, redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { seePhase } from "@/lib/records/today/see-phase";
import { seenPhaseSchema } from "@/lib/schemas/episode-end";

/** The patient has read that another phase has begun; the day goes on without the card. */
export async function seePhaseAction(sent: unknown): Promise<void> {
  const input = { phaseChangeId: formOf(sent).get("phaseChangeId") };
  const result = await runAction(seenPhaseSchema, input, (actor, seen) => seePhase(actor, seen));
  if (result.status === "done") redirect("/my/today");
  notFound();
}
