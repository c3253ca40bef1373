"use server";

import { notFound, redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { seeChanges } from "@/lib/records/today/see-changes";
import { seenChangesSchema } from "@/lib/schemas/revision";

/** The patient has read what changed; the day goes on without the card. */
export async function seeChangesAction(sent: unknown): Promise<void> {
  const input = { revisionId: formOf(sent).get("revisionId") };
  const result = await runAction(seenChangesSchema, input, (actor, seen) => seeChanges(actor, seen));
  if (result.status === "done") redirect("/my/today");
  notFound();
}
