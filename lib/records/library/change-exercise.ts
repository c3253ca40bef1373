import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { ChangeExerciseInput } from "@/lib/schemas/own-exercise/own-exercise";
import { orNameTaken } from "./add-exercise";
import { ownContent } from "./own-content";
import { checkOwnExercise } from "./own-exercise-checks";
import { loadOwnExercise, standingVersion } from "./own-exercise-row";
import { figureColumn, keptFigure } from "./own-figure";
import { comparedWith, explainedLessStrict } from "./strictness";

/**
 * Makes the next version of an exercise of the clinic's own. What was signed with an earlier version stands as it was signed.
 * @returns the new version
 * @throws {Conflict} on `exercise`, with the version that stands and its author, when somebody else was faster
 * @throws {Invalid} with every field that is wrong, under `exercise.`
 * @throws {NotFound} for a shipped or a retired exercise
 */
export async function changeExercise(
  actor: Actor,
  { code, version, exercise }: ChangeExerciseInput,
  now: Date = new Date(),
): Promise<{ version: number }> {
  requirePermission(actor, "library.write");
  const { clinicId, userId: changedById, printedName: changedName } = actor;
  return orNameTaken(() =>
    inClinic(actor, async (tx) => {
      const own = await loadOwnExercise(tx, clinicId, code);
      if (own.version !== version) throw new Conflict("exercise", await standingVersion(tx, clinicId, own.id));
      await checkOwnExercise(tx, clinicId, code, exercise);
      const original = await comparedWith(tx, clinicId, own);
      const { facts, texts } = ownContent(code, exercise);
      const lessStrict = explainedLessStrict(original.facts, facts, exercise.reason);
      const figure = figureColumn(keptFigure(own.figure, exercise.tags));
      const next = { version: version + 1, facts, texts, figure, changedById, changedAt: now };
      const { count } = await tx.exercise.updateMany({ where: { clinicId, code, version }, data: next });
      if (count === 0) throw new Conflict("exercise", await standingVersion(tx, clinicId, own.id));
      await tx.exerciseChange.create({
        data: {
          ...{ clinicId, exerciseId: own.id, kind: "changed", ...next },
          ...{ lessStrict, reason: exercise.reason, changedName },
        },
      });
      await recordAct(tx, actor, "library.change", { kind: "exercise", id: code });
      return { version: next.version };
    }),
  );
}
