"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { resolveAlert } from "@/lib/records/alerts/resolve-alert";
import { acknowledgeAlertSchema, resolveAlertSchema } from "@/lib/schemas/alert";
import { showAnew } from "@/lib/show-anew";

const shownOn = ["/worklist", "/patients/[patientId]"];

/** What the pages around an alert do; every page that shows them shows the new state at once. */
export async function acknowledge(input: unknown): Promise<ActionResult<void>> {
  const result = await runAction(acknowledgeAlertSchema, input, (actor, parsed) => acknowledgeAlert(actor, parsed));
  return showAnew(result, ...shownOn);
}

export async function resolve(input: unknown): Promise<ActionResult<void>> {
  const result = await runAction(resolveAlertSchema, input, (actor, parsed) => resolveAlert(actor, parsed));
  return showAnew(result, ...shownOn);
}
