"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/lib/action";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { resolveAlert } from "@/lib/records/alerts/resolve-alert";
import { acknowledgeAlertSchema, resolveAlertSchema } from "@/lib/schemas/alert";

/** What the pages around an alert do; every page that shows them shows the new state at once. */
export async function acknowledge(input: unknown): Promise<ActionResult<void>> {
  return shownAnew(await runAction(acknowledgeAlertSchema, input, (actor, parsed) => acknowledgeAlert(actor, parsed)));
}

export async function resolve(input: unknown): Promise<ActionResult<void>> {
  return shownAnew(await runAction(resolveAlertSchema, input, (actor, parsed) => resolveAlert(actor, parsed)));
}

function shownAnew<T>(result: ActionResult<T>): ActionResult<T> {
  if (result.status === "done" || result.status === "conflict") {
    revalidatePath("/worklist");
    revalidatePath("/patients/[patientId]", "layout");
  }
  return result;
}
