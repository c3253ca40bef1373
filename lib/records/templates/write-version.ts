import { v7 as newId } from "uuid";
import type { Tx } from "@/lib/db/in-clinic";
import type { Prisma } from "@/lib/db/generated/client";
import { protocolOf, type LineOpens } from "@/lib/draft/template-facts";
import { NotFound } from "@/lib/errors";
import type { StandingTemplateDraft, TemplateLine } from "@/lib/schemas/template";
import type { ReviewedDraft } from "./review-draft";

type Said = { number: number; note: string; lessStrictReason: string | null };

/** Writes a version with its phases and lines, not yet published. @returns its id */
export async function writeVersion(
  tx: Tx,
  clinicId: string,
  { templateId, facts, lines }: StandingTemplateDraft,
  { review, lessStrict, exercises, shiftsFrom }: ReviewedDraft,
  said: Said,
): Promise<string> {
  const opens = lines.map(({ phase }, index): LineOpens => {
    const held = review.lines[index]?.heldBack;
    const dayStart = facts.phases.find(({ n }) => n === phase)?.dayStart ?? 0;
    return { requiresClearance: held?.until === "clearance", availableFromDay: held?.day ?? dayStart };
  });
  const stored = { ...protocolOf(facts, lines, opens), ...(Number.isFinite(shiftsFrom) && { shiftsFrom }) };
  const version = await tx.templateVersion.create({
    data: { clinicId, templateId, ...said, facts: stored, lessStrict },
  });
  const phases = facts.phases.map((phase) => ({ ...phase, entryClearances: phase.entryCriteria.clearances }));
  const ids = new Map(phases.map(({ n }) => [n, newId()]));
  await tx.templatePhase.createMany({
    data: phases.map((phase) => ({
      clinicId,
      id: idOf(ids, phase.n),
      versionId: version.id,
      n: phase.n,
      facts: phase,
    })),
  });
  const positions = new Map<number, number>();
  const rows = lines.map((line, index): Prisma.TemplateExerciseCreateManyInput => {
    const exercise = exercises.get(line.exercise);
    const opensAt = opens[index];
    if (!exercise || !opensAt) throw new NotFound("exercise");
    const position = (positions.get(line.phase) ?? 0) + 1;
    positions.set(line.phase, position);
    const ofPhase = { clinicId, phaseId: idOf(ids, line.phase), position, exerciseId: exercise.id };
    return { ...ofPhase, ...opensAt, ...saidOf(line) };
  });
  await tx.templateExercise.createMany({ data: rows });
  return version.id;
}

/** A reason that one person wrote in one language stands for both. */
function saidOf({ dosage, starting, startReason, overrideReason }: TemplateLine) {
  return {
    ...{ dosage, starting },
    ...(startReason && starting && { reason: startReason }),
    ...(overrideReason !== null && { overrideReason: { en: overrideReason, es: overrideReason } }),
  };
}

function idOf(ids: ReadonlyMap<number, string>, n: number): string {
  const id = ids.get(n);
  if (id === undefined) throw new NotFound("phase");
  return id;
}
