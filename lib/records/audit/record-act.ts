import type { Actor, SystemActor } from "@/lib/access/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";

/** Acts on health data and on access to it; `read` acts once per request and record. */
export type Act =
  | "worklist.read"
  | "patient.read"
  | "patient.create"
  | "episode.open"
  | "episode.read"
  | "episode.conditions"
  | "episode.protocols"
  | "episode.timeline"
  | "episode.end"
  | "restriction.order"
  | "restriction.change"
  | "restriction.confirm"
  | "restriction.end"
  | "program.read"
  | "program.draft"
  | "program.print"
  | "program.sign"
  | "program.verify"
  | "readiness.read"
  | "evidence.record"
  | "phase.advance"
  | "phase.step-back"
  | "program.complete"
  | "program.stop"
  | "proposal.run"
  | "proposal.make"
  | "proposal.dismiss"
  | "clearance.read"
  | "clearance.request"
  | "clearance.decide"
  | "clearance.undo"
  | "clearance.expire"
  | "question.ask"
  | "question.answer"
  | "question.forward"
  | "check-in.read"
  | "check-in.report"
  | "report.set-aside"
  | "report.see"
  | "exercise.log"
  | "alert.open"
  | "alert.acknowledge"
  | "alert.resolve"
  | "hold.place"
  | "hold.lift"
  | "today.read"
  | "progress.read"
  | "allowed.read"
  | "changes.seen"
  | "record.accesses"
  | "record.export"
  | "library.prefer"
  | "settings.change"
  | "defaults.review"
  | "library.add"
  | "library.change"
  | "library.retire"
  | "template.read"
  | "template.begin"
  | "template.draft"
  | "template.discard"
  | "template.publish"
  | "template.retire"
  | "template.propose"
  | "people.read"
  | "audit.read"
  | "review.run"
  | "care-team.join"
  | "sign-in"
  | "sign-in.close"
  | "sign-out"
  | "denied";

/** What was touched; ids only, no health data. */
export type Subject = { kind: string; id?: string; patientId?: string; outcome?: "done" | "denied" | "failed" };

/** A person, or the product itself. */
type Acting = Pick<Actor | SystemActor, "clinicId" | "userId" | "role" | "requestId">;

/**
 * Writes the audit row in the act's own transaction: no audit, no act.
 * @param tx the transaction of the act
 */
export async function recordAct(tx: Tx, actor: Acting, act: Act, subject: Subject): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_event
    (clinic_id, actor_id, actor_role, act, subject_kind, subject_id, patient_id, outcome, request_id)
    VALUES (${actor.clinicId}::uuid, ${actor.userId}::uuid, ${actor.role}, ${act}, ${subject.kind}, ${subject.id ?? null},
      ${subject.patientId ?? null}::uuid, ${subject.outcome ?? "done"}, ${actor.requestId}::uuid)`;
}

/** The same for every row `of` the surrounding statement, as a part of it; `id` is a column of these rows. */
export function actRecorded(
  actor: Acting,
  act: Act,
  { kind, id, patientId, of }: { kind: string; id: Prisma.Sql; patientId: string; of: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`INSERT INTO audit_event
    (clinic_id, actor_id, actor_role, act, subject_kind, subject_id, patient_id, outcome, request_id)
    SELECT ${actor.clinicId}::uuid, ${actor.userId}::uuid, ${actor.role}, ${act}, ${kind}, ${id}, ${patientId}::uuid, 'done',
      ${actor.requestId}::uuid
    FROM ${of}`;
}

/** The audit rows of one act that touched several subjects, in one statement whatever their number. */
export async function recordActs(tx: Tx, actor: Acting, act: Act, subjects: readonly Subject[]): Promise<void> {
  if (subjects.length === 0) return;
  await tx.$executeRaw`INSERT INTO audit_event
    (clinic_id, actor_id, actor_role, act, subject_kind, subject_id, patient_id, outcome, request_id)
    SELECT ${actor.clinicId}::uuid, ${actor.userId}::uuid, ${actor.role}, ${act}, s.kind, s.id, s."patientId"::uuid,
      coalesce(s.outcome, 'done'), ${actor.requestId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) AS s (kind text, id text, "patientId" text, outcome text)`;
}
