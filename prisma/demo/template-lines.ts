import { z } from "zod";
import { rampGroups } from "@/lib/clinical/facts";
import { startingDosages } from "@/lib/clinical/starting-dosage";
import type { Tx } from "@/lib/db/in-clinic";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { DraftLine } from "@/lib/schemas/program";

/** Every line of a published template version as a draft would hold it; an assignment takes those that are `starting`. */
export type TemplateLines = {
  templateVersionId: string;
  starting: readonly DraftLine[];
  alternatives: readonly DraftLine[];
};

const rampFacts = z.object({ rampGroup: z.enum(rampGroups).nullable() });
const reason = z.object({ en: z.string() }).nullable();

/**
 * The lines of the newest published version of a shipped protocol in the clinic, or of the version named; timed work starts and grows as in a program
 * that starts in phase 1.
 */
export async function templateLines(
  tx: Tx,
  clinicId: string,
  protocolId: string,
  versionId: string | null = null,
): Promise<TemplateLines> {
  const shipped = { template: { protocolId, origin: "shipped" } };
  const version = await tx.templateVersion.findFirstOrThrow({
    where: { clinicId, publishedAt: { not: null }, ...(versionId === null ? shipped : { id: versionId }) },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const rows = await tx.templateExercise.findMany({
    where: { clinicId, phase: { versionId: version.id } },
    orderBy: [{ phase: { n: "asc" } }, { position: "asc" }],
    select: {
      ...{ id: true, dosage: true, starting: true, overrideReason: true },
      phase: { select: { n: true } },
      exercise: { select: { code: true, facts: true } },
    },
  });
  const lines = rows.map((row) => ({
    ...{ id: row.id, isStarting: row.starting, phase: row.phase.n, exercise: row.exercise.code },
    ...{ dosage: dosageSchema.parse(row.dosage), reason: reason.parse(row.overrideReason)?.en ?? null },
    rampGroup: rampFacts.parse(row.exercise.facts).rampGroup,
  }));
  const lineOf = (line: (typeof lines)[number], dosage: DraftLine["dosage"]): DraftLine => ({
    ...{ id: crypto.randomUUID(), phase: line.phase, exercise: line.exercise, dosage, noteToPatient: null },
    ...{ overrideReason: dosage === line.dosage ? line.reason : null, templateLineId: line.id },
  });
  const starting = lines.filter(({ isStarting }) => isStarting);
  const dosages = startingDosages(starting, 1);
  return {
    templateVersionId: version.id,
    starting: starting.map((line, index) => lineOf(line, dosages[index] ?? line.dosage)),
    alternatives: lines.filter(({ isStarting }) => !isStarting).map((line) => lineOf(line, line.dosage)),
  };
}
