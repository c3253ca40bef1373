import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { resultProblem } from "@/lib/clinical/measure/result-problem";
import { dateOf, dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { RecordEvidenceInput } from "@/lib/schemas/evidence";
import { measures } from "@/prisma/content/bundled";
import { lockOwnProgram, type OwnProgram } from "./own-program";

/**
 * Keeps what a clinician saw of one criterion of the next phase, or after a long hold of one in which the program may go on, with its day. Nothing
 * recorded ever changes: what is recorded later, or seen later, takes its place.
 * @throws {Conflict} `phase` when the program has gone on to another phase since it was read
 * @throws {Invalid} on `observedOn` in the future or before the procedure, a criterion that the phase does not ask for, a `norm` that is missing,
 *   a result that the measure cannot have
 * @throws {Refused} `surgeonOnly`: how far bone has healed is read from imaging, by a surgeon
 */
export async function recordEvidence(actor: Actor, input: RecordEvidenceInput, now: Date = new Date()): Promise<void> {
  requirePermission(actor, "evidence.record");
  const { clinicId } = actor;
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const program = await lockOwnProgram(tx, actor, input.programId, today);
    if (!isOpenToEvidence(program, input.phase)) throw new Conflict("phase", { currentPhase: program.currentPhase });
    if (input.criterion === "fusionEvidence" && actor.role !== "surgeon") throw new Refused("surgeonOnly");
    const wrong = problemsOf(input, program, today);
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
    const { programId, phase, criterion, value, note, observedOn } = input;
    const norm = "norm" in input ? input.norm : null;
    await tx.criterionEvidence.create({
      data: {
        ...{ clinicId, programId, patientId: program.patientId, phase, criterion, value, norm, note },
        observedOn: dateOf(observedOn),
        recordedById: actor.userId,
      },
    });
    const { patientId } = program;
    await recordAct(tx, actor, "evidence.record", { kind: "program", id: programId, patientId });
  });
}

function isOpenToEvidence({ next, resume }: OwnProgram, phase: number): boolean {
  return phase === next?.n || (resume?.judged.some((one) => one.phase === phase) ?? false);
}

function problemsOf(input: RecordEvidenceInput, program: OwnProgram, today: Day): Record<string, string> {
  const { criterion, observedOn } = input;
  const wrong: Record<string, string> = {};
  if (observedOn > today) wrong["observedOn"] = "datedInTheFuture";
  else if (observedOn < program.procedureOn) wrong["observedOn"] = "beforeProcedure";
  if (!program.entryInto(input.phase).criteria.some(({ id }) => id === criterion)) wrong["criterion"] = "notAsked";
  const asked = program.phases.find(({ n }) => n === input.phase)?.entryCriteria.functional;
  const test = asked?.find(({ measure }) => criterion === `functional:${measure}`);
  if (!test || !("norm" in input)) return wrong;
  const { value, norm } = input;
  if (norm === null && typeof test.value === "string") wrong["norm"] = "normNeeded";
  const measure = measures.find(({ id }) => id === test.measure) ?? { forms: [] };
  for (const [field, result] of [["value", value] as const, ["norm", norm] as const]) {
    const problem = result === null ? null : resultProblem(measure, result, test.unit);
    if (problem !== null) wrong[field] = problem;
  }
  return wrong;
}
