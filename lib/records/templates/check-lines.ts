import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import type { StandingTemplateDraft, TemplateLine } from "@/lib/schemas/template";

type Judged = { lines: readonly TemplateLine[]; phases: number };

/**
 * What cannot stand in a draft at all, whatever the rules would say.
 * @throws {Invalid} on a line that is named twice, whose exercise the library lacks or has retired since it was taken up, whose phase the template
 *   lacks, or whose origin is no line of the version that the draft was begun from
 */
export async function checkLines(
  tx: Tx,
  clinicId: string,
  draft: StandingTemplateDraft,
  { lines, phases }: Judged,
): Promise<void> {
  const codes = [...new Set(lines.map(({ exercise }) => exercise))];
  const [exercises, origins] = [
    await tx.exercise.findMany({ where: { clinicId, code: { in: codes } }, select: { code: true, retiredAt: true } }),
    await tx.templateExercise.findMany({
      where: { clinicId, phase: { clinicId, versionId: draft.basedOn.id } },
      select: { id: true },
    }),
  ];
  const isRetired = new Map(exercises.map(({ code, retiredAt }) => [code, retiredAt !== null]));
  const before = new Set(draft.lines.map(({ exercise }) => exercise));
  const known = new Set(origins.map(({ id }) => id));
  const fields: Record<string, string> = {};
  const ids = new Set<string>();
  lines.forEach(({ id, exercise, phase, templateLineId }, index) => {
    const at = `lines.${String(index)}`;
    if (ids.has(id)) fields[`${at}.id`] = "twice";
    ids.add(id);
    const retired = isRetired.get(exercise);
    if (retired === undefined) fields[`${at}.exercise`] = "unknownExercise";
    else if (retired && !before.has(exercise)) fields[`${at}.exercise`] = "retired";
    if (phase > phases) fields[`${at}.phase`] = "noSuchPhase";
    if (templateLineId !== null && !known.has(templateLineId)) fields[`${at}.templateLineId`] = "badId";
  });
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}
