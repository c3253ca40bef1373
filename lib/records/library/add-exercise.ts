import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { databaseCode, inClinic } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { AddExerciseInput } from "@/lib/schemas/own-exercise/own-exercise";
import { ownCode, ownContent } from "./own-content";
import { checkOwnExercise } from "./own-exercise-checks";
import { copiedFigure, figureColumn } from "./own-figure";
import { explainedLessStrict, loadOriginal } from "./strictness";

/**
 * Adds an exercise of the clinic's own, begun from a copy or from nothing; it is found and can be prescribed at once.
 * @returns its code
 * @throws {Invalid} with every field that is wrong, under `exercise.`; on its `reason` when it is less strict than its original without one
 * @throws {NotFound} when the exercise to copy is not there
 */
export async function addExercise(
  actor: Actor,
  { copiedFrom, exercise }: AddExerciseInput,
  now: Date = new Date(),
): Promise<{ code: string }> {
  requirePermission(actor, "library.write");
  const { clinicId, userId: changedById, printedName: changedName } = actor;
  return orNameTaken(() =>
    inClinic(actor, async (tx) => {
      const original = copiedFrom === null ? null : await loadOriginal(tx, clinicId, copiedFrom);
      const code = ownCode(exercise.name.en, await checkOwnExercise(tx, clinicId, null, exercise));
      const figure = figureColumn(await copiedFigure(tx, clinicId, copiedFrom, exercise.tags));
      const content = { ...ownContent(code, exercise), figure };
      const lessStrict = explainedLessStrict(original?.facts ?? null, content.facts, exercise.reason);
      const by = { changedById, changedAt: now };
      const { id } = await tx.exercise.create({
        data: { clinicId, code, ...content, origin: "clinic", copiedFrom: original?.code ?? null, ...by },
        select: { id: true },
      });
      await tx.exerciseChange.create({
        data: {
          ...{ clinicId, exerciseId: id, version: 1, kind: "added", ...content, lessStrict },
          ...{ reason: exercise.reason, changedName, ...by },
        },
      });
      await recordAct(tx, actor, "library.add", { kind: "exercise", id: code });
      return { code };
    }),
  );
}

/** Somebody adds or renames another one to the same name at this moment: the database takes one of them. */
export async function orNameTaken<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (databaseCode(error) === "P2002") throw new Invalid({ "exercise.name.en": "nameTaken" });
    throw error;
  }
}
