import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { isLongStop } from "@/lib/clinical/readiness/phase-to-resume";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { lockOwnProgram } from "@/lib/records/readiness/own-program";
import { recordStepBack } from "@/lib/records/readiness/step-back";
import type { LiftHoldInput } from "@/lib/schemas/hold";

/** What became of the program. */
export type Lifted = { isProgramActive: boolean };

/**
 * Lifts a hold with a reason; the program goes on when no other hold is open, after a long stop in the phase that is named. A suspension is a
 * surgeon's of the care team to lift.
 * @throws {Refused} `surgeonOnly`; `phaseNeeded` where the stop was long and no phase is named; `notRunning` where the program has ended
 * @throws {Conflict} when it has been lifted already, or a phase is named that nobody asks for any more
 * @throws {Invalid} on `phase` that lies ahead, on `stayReason` that is missing above the proposed phase
 */
export async function liftHold(actor: Actor, input: LiftHoldInput, now: Date = new Date()): Promise<Lifted> {
  requirePermission(actor, "hold.lift");
  const { clinicId } = actor;
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const hold = await findHold(tx, actor, input.holdId);
    if (hold.liftedAt !== null) throw new Conflict("hold", hold);
    if (hold.state === "completed" || hold.state === "stopped") throw new Refused("notRunning");
    if (hold.surgeonOnly && actor.role !== "surgeon") throw new Refused("surgeonOnly");
    const goesOn = await goingOn(tx, actor, hold, input, today);
    await tx.hold.updateMany({
      where: { clinicId, id: hold.id, liftedAt: null },
      data: { liftedAt: now, liftedById: actor.userId, liftReason: input.reason, ...goesOn },
    });
    await recordAct(tx, actor, "hold.lift", { kind: "hold", id: hold.id, patientId: hold.patientId });
    if (hold.isOneOfSeveral || hold.state !== "held") return { isProgramActive: false };
    const { programId, patientId, currentPhase } = hold;
    const phase = goesOn?.resumedPhase ?? currentPhase;
    if (currentPhase !== null && phase !== null && phase < currentPhase) {
      const step = { programId, patientId, from: currentPhase, to: phase, reason: input.reason, onDay: today };
      await recordStepBack(tx, actor, { ...step, holdId: hold.id });
    }
    const { count } = await tx.program.updateMany({
      where: { clinicId, id: programId, state: "held" },
      data: { state: "active", currentPhase: phase, version: { increment: 1 } },
    });
    return { isProgramActive: count > 0 };
  });
}

/** What the lift of the last hold says of the phase; nothing after a short stop. */
async function goingOn(
  tx: Tx,
  actor: Actor,
  hold: FoundHold,
  { phase = null, stayReason = null }: LiftHoldInput,
  today: Day,
): Promise<{ resumedPhase: number; proposedPhase: number; stayReason: string | null } | null> {
  const isAsked =
    !hold.isOneOfSeveral && hold.state === "held" && hold.heldSince !== null && isLongStop(hold.heldSince, today);
  if (!isAsked) {
    if (phase !== null) throw new Conflict("hold", hold);
    return null;
  }
  if (phase === null) throw new Refused("phaseNeeded");
  const { resume, currentPhase } = await lockOwnProgram(tx, actor, hold.programId, today);
  if (resume === null || currentPhase === null) throw new Conflict("hold", hold);
  if (phase > currentPhase) throw new Invalid({ phase: "laterPhase" });
  const isAbove = phase > resume.phase;
  if (isAbove && stayReason === null) throw new Invalid({ stayReason: "required" });
  return { resumedPhase: phase, proposedPhase: resume.phase, stayReason: isAbove ? stayReason : null };
}

const holdRow = z.strictObject({
  id: z.string(),
  programId: z.string(),
  patientId: z.string(),
  surgeonOnly: z.boolean(),
  liftedAt: z.coerce.date().nullable(),
  /** Another hold of the program is open too. */
  isOneOfSeveral: z.boolean(),
  heldSince: z.iso.date().nullable(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentPhase: z.number().nullable(),
});
type FoundHold = z.output<typeof holdRow>;

/** Locks the program first: two people who lift its last two holds together do not leave it held. */
async function findHold(tx: Tx, actor: Actor, id: string): Promise<FoundHold> {
  await tx.$queryRaw`SELECT p.id FROM program p JOIN hold h ON h.clinic_id = p.clinic_id AND h.program_id = p.id
    WHERE h.clinic_id = ${actor.clinicId}::uuid AND h.id = ${id}::uuid FOR NO KEY UPDATE OF p`;
  const rows = await tx.$queryRaw<{ hold: unknown }[]>`
    SELECT jsonb_build_object('id', h.id, 'programId', h.program_id, 'patientId', h.patient_id, 'surgeonOnly', h.surgeon_only,
      'liftedAt', h.lifted_at, 'state', p.state, 'currentPhase', p.current_phase,
      'isOneOfSeveral', EXISTS (
        SELECT FROM hold other
        WHERE other.clinic_id = h.clinic_id AND other.program_id = h.program_id AND other.lifted_at IS NULL AND other.id <> h.id),
      'heldSince', (held_since(h.clinic_id, h.program_id) AT TIME ZONE clinic.time_zone)::date) AS hold
    FROM hold h
    JOIN clinic ON clinic.id = h.clinic_id
    JOIN program p ON p.clinic_id = h.clinic_id AND p.id = h.program_id
    WHERE h.clinic_id = ${actor.clinicId}::uuid AND h.id = ${id}::uuid AND EXISTS (
      SELECT FROM care_team_member m
      WHERE m.clinic_id = h.clinic_id AND m.patient_id = h.patient_id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL)`;
  const [row] = rows;
  if (!row) throw new NotFound("hold");
  return holdRow.parse(row.hold);
}
