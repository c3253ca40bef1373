import type { z } from "zod";
import type { Line } from "@/lib/clinical/prescription";
import type { Tx } from "@/lib/db/in-clinic";
import { dosageSchema } from "@/lib/schemas/dosage";

/** What the patient does now: the lines of the current revision in the current phase, from which growth is measured. */
export async function loadPrevious(
  tx: Tx,
  clinicId: string,
  program: { programId: string; currentRevision: number | null; currentPhase: number | null },
): Promise<Line[]> {
  if (program.currentRevision === null || program.currentPhase === null) return [];
  const lines = await tx.prescribedExercise.findMany({
    where: {
      clinicId,
      phase: program.currentPhase,
      revision: { clinicId, programId: program.programId, number: program.currentRevision },
    },
    orderBy: { position: "asc" },
  });
  return lines.map((line) => ({ exercise: line.exerciseCode, dosage: dosageOf(line) }));
}

/** The dosage columns of a signed line. */
export type DosageColumns = {
  sets: number | null;
  reps: number | null;
  holdSec: number | null;
  restSec: number | null;
  durationMin: number | null;
  perDay: number | null;
  perWeek: number | null;
  /** Empty: the patient chooses the days. */
  weekdays: number[];
  loadKg: { toNumber(): number } | null;
  rpeMax: number | null;
  side: string | null;
};

/** The dosage of a signed line as the rules and the screen read it. */
export function dosageOf(line: DosageColumns): z.output<typeof dosageSchema> {
  const { sets, reps, holdSec, restSec, durationMin, perDay, perWeek, weekdays, loadKg, rpeMax, side } = line;
  return dosageSchema.parse({
    ...{ sets, reps, holdSec, restSec, durationMin, perDay, perWeek, rpeMax, side },
    loadKg: loadKg?.toNumber() ?? null,
    ...(weekdays.length > 0 && { weekdays }),
  });
}
