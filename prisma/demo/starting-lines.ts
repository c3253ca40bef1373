import type { Tx } from "@/lib/db/in-clinic";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { DraftLine } from "@/lib/schemas/program";

/** The newest published version of a protocol in the clinic, with the lines that an assignment takes. */
export async function startingLines(
  tx: Tx,
  clinicId: string,
  protocolId: string,
): Promise<{ templateVersionId: string; lines: DraftLine[] }> {
  const version = await tx.templateVersion.findFirstOrThrow({
    where: { clinicId, template: { protocolId }, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const rows = await tx.templateExercise.findMany({
    where: { clinicId, starting: true, phase: { versionId: version.id } },
    orderBy: [{ phase: { n: "asc" } }, { position: "asc" }],
    select: { id: true, dosage: true, phase: { select: { n: true } }, exercise: { select: { code: true } } },
  });
  return {
    templateVersionId: version.id,
    lines: rows.map((row) => ({
      id: crypto.randomUUID(),
      phase: row.phase.n,
      exercise: row.exercise.code,
      dosage: dosageSchema.parse(row.dosage),
      noteToPatient: null,
      overrideReason: null,
      templateLineId: row.id,
    })),
  };
}
