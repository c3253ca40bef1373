import type { Actor } from "@/lib/access/actor";
import type { Act } from "@/lib/records/audit/record-act";
import type { Row } from "@/lib/records/clinics/insert-rows";

/** The audit rows of what the stories tell, each at the time of its act. */
export type AuditTrail = {
  rows: Row[];
  add: (
    actor: Pick<Actor, "clinicId" | "userId" | "role">,
    act: Act,
    subject: { kind: string; id: string; patientId: string },
    at: Date,
  ) => void;
};

export function auditTrail(): AuditTrail {
  const rows: Row[] = [];
  return {
    rows,
    add: (actor, act, { kind, id, patientId }, at) =>
      rows.push({
        clinic_id: actor.clinicId,
        id: crypto.randomUUID(),
        at: at.toISOString(),
        actor_id: actor.userId,
        actor_role: actor.role,
        act,
        subject_kind: kind,
        subject_id: id,
        patient_id: patientId,
        outcome: "done",
        request_id: crypto.randomUUID(),
      }),
  };
}
