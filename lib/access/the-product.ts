import { v7 as newId } from "uuid";
import type { SystemActor } from "./actor";

/** The product itself in one clinic, for one act. */
export function theProduct(clinicId: string): SystemActor {
  return { clinicId, userId: null, role: "system", patientId: null, requestId: newId() };
}
