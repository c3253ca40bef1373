import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Finding } from "@/lib/clinical/finding";
import type { Readiness } from "@/lib/clinical/readiness";
import { dateOf, dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { AdvancePhaseInput } from "@/lib/schemas/phase";
import { lockOwnProgram } from "./own-program";

/**
 * Begins the next phase: readiness judges once more, on what the record says now, and is kept with the change. No phase ever begins by itself.
 * @returns the phase that has begun
 * @throws {Conflict} `program` when it is no longer the one that was read
 * @throws {Refused} `notStarted` before the first signature; `notReady` with a finding for every criterion that is unmet or unknown
 */
export async function advancePhase(
  actor: Actor,
  { programId, version, reason }: AdvancePhaseInput,
  now: Date = new Date(),
): Promise<{ phase: number }> {
  requirePermission(actor, "phase.advance");
  const { clinicId } = actor;
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const program = await lockOwnProgram(tx, actor, programId, today);
    const { patientId, currentPhase, next, readiness, settingsVersion } = program;
    const current = { version: program.version, currentPhase };
    if (program.version !== version) throw new Conflict("program", current);
    if (currentPhase === null) throw new Refused("notStarted");
    if (next === null || !readiness.ready) throw new Refused("notReady", findingsOf(readiness));
    await tx.phaseChange.create({
      data: {
        ...{ clinicId, programId, patientId, fromPhase: currentPhase, toPhase: next.n, reason, settingsVersion },
        changedById: actor.userId,
        onDay: dateOf(today),
        readiness: { ready: readiness.ready, criteria: readiness.criteria.map(asJson) },
      },
    });
    const { count } = await tx.program.updateMany({
      where: { clinicId, id: programId, version, state: "active" },
      data: { currentPhase: next.n, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("program", current);
    await recordAct(tx, actor, "phase.advance", { kind: "program", id: programId, patientId });
    return { phase: next.n };
  });
}

type Criterion = Readiness["criteria"][number];

function asJson({ source, ...criterion }: Criterion) {
  return { ...criterion, source: [...source] };
}

/** What keeps the phase closed, as the reasons of every refusal are given. */
function findingsOf({ criteria }: Readiness): Finding[] {
  return criteria
    .filter(({ state }) => state !== "met")
    .map(({ id, because, source }) => ({ rule: id, severity: "block", because, source: [...source] }));
}
