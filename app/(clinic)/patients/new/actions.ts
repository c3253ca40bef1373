"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { admitPatient, type Admitted } from "@/lib/records/patients/admit-patient";
import { loadUsual } from "@/lib/records/restrictions/load-usual";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { admitPatientSchema } from "@/lib/schemas/patient";
import { usualRestrictionsSchema } from "@/lib/schemas/restriction";

export async function admitPatientAction(input: unknown): Promise<ActionResult<Admitted>> {
  return runAction(admitPatientSchema, input, (actor, admission) => admitPatient(actor, admission));
}

/** What the surgeon usually orders for the treatment that the form holds so far. */
export async function usualRestrictionsAction(input: unknown): Promise<ActionResult<RestrictionTerms[]>> {
  return runAction(usualRestrictionsSchema, input, (actor, treatment) => loadUsual(actor, treatment));
}
