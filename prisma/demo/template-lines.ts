import type { Tx } from "@/lib/db/in-clinic";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { DraftLine } from "@/lib/schemas/program";

/** Every line of a published template version as a draft would hold it; an assignment takes those that are `starting`. */
export type TemplateLines = {
  templateVersionId: string;
  starting: readonly DraftLine[];
  alternatives: readonly DraftLine[];
};

/** The lines of the newest published version of a protocol in the clinic. */
export async function templateLines(tx: Tx, clinicId: string, protocolId: string): Promise<TemplateLines> {
  const version = await tx.templateVersion.findFirstOrThrow({
    where: { clinicId, template: { protocolId }, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const rows = await tx.templateExercise.findMany({
    where: { clinicId, phase: { versionId: version.id } },
    orderBy: [{ phase: { n: "asc" } }, { position: "asc" }],
    select: {
      id: true,
      dosage: true,
      starting: true,
      phase: { select: { n: true } },
      exercise: { select: { code: true } },
    },
  });
  const lineOf = (row: (typeof rows)[number]): DraftLine => ({
    id: crypto.randomUUID(),
    phase: row.phase.n,
    exercise: row.exercise.code,
    dosage: dosageSchema.parse(row.dosage),
    noteToPatient: null,
    overrideReason: null,
    templateLineId: row.id,
  });
  return {
    templateVersionId: version.id,
    starting: rows.filter(({ starting }) => starting).map(lineOf),
    alternatives: rows.filter(({ starting }) => !starting).map(lineOf),
  };
}
