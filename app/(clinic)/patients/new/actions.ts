"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { admitPatient, type Admitted } from "@/lib/records/patients/admit-patient";
import { admitPatientSchema } from "@/lib/schemas/patient";

export async function admitPatientAction(input: unknown): Promise<ActionResult<Admitted>> {
  return runAction(admitPatientSchema, input, (actor, admission) => admitPatient(actor, admission));
}
