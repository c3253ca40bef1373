import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { ChangeFigureInput } from "@/lib/schemas/own-exercise/figure";
import { figures } from "@/prisma/content/bundled-figures";
import { loadOwnExercise, standingVersion } from "./own-exercise-row";
import { figureColumn, refuseFigureFaults } from "./own-figure";

/**
 * Gives an exercise of the clinic's own a figure of its own, or with null the one of its original again: the exercise's next version, the same but
 * for its picture and the words that stand for it. In what it is less strict, and why, is carried over. Programs show the figure with which they were signed.
 * @returns the new version
 * @throws {Conflict} on `exercise`, with the version that stands and its author, when somebody else was faster
 * @throws {Invalid} on `figure.record.keys.<picture>.<joint>` for each fault of the record
 * @throws {NotFound} for a shipped or a retired exercise
 */
export async function changeFigure(
  actor: Actor,
  { code, version, figure, alt }: ChangeFigureInput,
  now: Date = new Date(),
): Promise<{ version: number }> {
  requirePermission(actor, "library.write");
  const { clinicId, userId: changedById, printedName: changedName } = actor;
  return inClinic(actor, async (tx) => {
    const own = await loadOwnExercise(tx, clinicId, code);
    if (own.version !== version) throw new Conflict("exercise", await standingVersion(tx, clinicId, own.id));
    if (figure !== null && !Object.hasOwn(figures, figure.from)) throw new Invalid({ "figure.from": "badId" });
    if (figure !== null) refuseFigureFaults(figure, own.facts.tags);
    const before = await tx.exerciseChange.findFirst({
      where: { clinicId, exerciseId: own.id, version },
      select: { lessStrict: true, reason: true },
    });
    if (!before) throw new NotFound("exercise");
    const texts = { ...own.texts, textAlternative: alt };
    const next = { version: version + 1, texts, figure: figureColumn(figure), changedById, changedAt: now };
    const { count } = await tx.exercise.updateMany({ where: { clinicId, code, version }, data: next });
    if (count === 0) throw new Conflict("exercise", await standingVersion(tx, clinicId, own.id));
    await tx.exerciseChange.create({
      data: {
        ...{ clinicId, exerciseId: own.id, kind: "changed", facts: own.facts, ...next },
        ...{ lessStrict: before.lessStrict ?? [], reason: before.reason, changedName },
      },
    });
    await recordAct(tx, actor, "library.change", { kind: "exercise", id: code });
    return { version: next.version };
  });
}
