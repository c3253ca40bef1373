import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { inspect } from "@/lib/figure/inspect";
import type { FaultKind } from "@/lib/figure/placed-faults";
import { ownFigureSchema, type OwnFigure } from "@/lib/schemas/own-exercise/figure";
import type { OwnExercise } from "@/lib/schemas/own-exercise/own-exercise";

/**
 * An own figure is refused for what no body does, and for more bend or turn than the exercise's tags say.
 * @throws {Invalid} on `figure.record.keys.<picture>.<joint>` for each fault
 */
export function refuseFigureFaults(figure: OwnFigure, tags: OwnExercise["tags"]): void {
  const fields: Record<string, string> = {};
  for (const { key, joint, kind } of inspect(figure.record, tags).faults) {
    fields[`figure.record.keys.${String(key)}.${joint}`] ??= faultMessages[kind];
  }
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}
const faultMessages: Readonly<Record<FaultKind, string>> = {
  ...{ beyond: "poseBeyond", reach: "poseReach", floor: "poseFloor", fast: "poseFast", tags: "poseTags" },
  other: "poseOther",
};

/**
 * The figure of an own exercise whose tags change: it stays as it is.
 * @param stored as the row holds it; what this version cannot read is left behind
 * @throws {Invalid} on `exercise.tags` when it shows more than the tags say now
 */
export function keptFigure(stored: unknown, tags: OwnExercise["tags"]): OwnFigure | null {
  const figure = ownFigureSchema.nullable().catch(null).parse(stored);
  if (figure !== null && inspect(figure.record, tags).faults.length > 0) {
    throw new Invalid({ "exercise.tags": "figureShowsMore" });
  }
  return figure;
}

/** The figure that a copy takes over from an own exercise; none where the copy's tags say less than it shows. */
export async function copiedFigure(
  tx: Tx,
  clinicId: string,
  copiedFrom: string | null,
  tags: OwnExercise["tags"],
): Promise<OwnFigure | null> {
  if (copiedFrom?.startsWith("own-") !== true) return null;
  const copied = await tx.exercise.findUnique({
    where: { clinicId_code: { clinicId, code: copiedFrom } },
    select: { figure: true },
  });
  const figure = ownFigureSchema.safeParse(copied?.figure).data ?? null;
  return figure === null || inspect(figure.record, tags).faults.length > 0 ? null : figure;
}

/** The figure as its column takes it. */
export function figureColumn(figure: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return z.json().parse(JSON.parse(JSON.stringify(figure))) ?? Prisma.DbNull;
}
