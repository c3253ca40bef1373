"use server";

import { redirect } from "next/navigation";
import { requireActor } from "@/lib/access/read-actor";
import { formOf } from "@/lib/form-data";
import { rememberSearch } from "@/lib/preferences/patient-search";
import { searchTermSchema, worklistQuerySchema } from "@/lib/schemas/worklist";

/** Searches the worklist for `q`, within the tab `flag` if the form names one; without words the search is cleared. */
export async function searchPatients(sent: unknown): Promise<void> {
  const actor = await requireActor("therapist", "surgeon");
  const form = formOf(sent);
  await rememberSearch(actor, searchTermSchema.parse(form.get("q")));
  const { flag } = worklistQuerySchema.parse({ flag: form.get("flag") });
  redirect(flag === null ? "/worklist" : `/worklist?flag=${flag}`);
}
