import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { RetireExerciseInput } from "@/lib/schemas/own-exercise/own-exercise";
import { figureColumn } from "./own-figure";
import { loadOwnExercise, standingVersion } from "./own-exercise-row";

/**
 * Takes an exercise of the clinic's own out of the library, with a reason: it is no longer found or added. What was signed with it stays as it is,
 * readable for patient and team.
 * @throws {Conflict} on `exercise` when somebody else was faster
 * @throws {NotFound} for a shipped or a retired exercise
 */
export async function retireExercise(
  actor: Actor,
  { code, version, reason }: RetireExerciseInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "library.write");
  const { clinicId, userId: changedById, printedName: changedName } = actor;
  await inClinic(actor, async (tx) => {
    const own = await loadOwnExercise(tx, clinicId, code);
    const by = { changedById, changedAt: now };
    const { count } = await tx.exercise.updateMany({
      where: { clinicId, code, version },
      data: { version: version + 1, retiredAt: now, ...by },
    });
    if (count === 0) throw new Conflict("exercise", await standingVersion(tx, clinicId, own.id));
    await tx.exerciseChange.create({
      data: {
        ...{ clinicId, exerciseId: own.id, version: version + 1, kind: "retired", lessStrict: [], reason },
        ...{ facts: own.facts, texts: own.texts, figure: figureColumn(own.figure), changedName, ...by },
      },
    });
    await recordAct(tx, actor, "library.retire", { kind: "exercise", id: code });
  });
}
