import type { ClinicalContent } from "@/lib/clinical/facts";
import { entryKeys, neededKeys } from "@/lib/clinical/needed-keys";
import type { SigningInput, SigningResult } from "@/lib/clinical/signing";
import { addDays } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import type { OwnDraft } from "./draft";
import type { LineContent, RevisionContent } from "./revision-content";

/** The phases and lines of a revision: what was written in the draft, with what the rules found and what each line waits for. */
export async function signedLines(
  tx: Tx,
  clinicId: string,
  draft: OwnDraft,
  input: SigningInput,
  answer: SigningResult,
  content: ClinicalContent,
): Promise<Pick<RevisionContent, "phases" | "lines">> {
  const [phases, exercises] = await Promise.all([
    tx.templatePhase.findMany({ where: { clinicId, versionId: draft.templateVersionId }, orderBy: { n: "asc" } }),
    tx.exercise.findMany({
      where: { clinicId, code: { in: draft.lines.map(({ exercise }) => exercise) } },
      select: { id: true, code: true, origin: true, facts: true, texts: true, figure: true },
    }),
  ]);
  const protocol = content.protocols[input.protocol];
  if (!protocol) throw new NotFound("template");
  const stored = new Map(exercises.map((exercise) => [exercise.code, exercise]));
  const positions = new Map<number, number>();
  const lines = draft.lines.map((line, index): LineContent => {
    const judged = answer.lines[index];
    const exercise = stored.get(line.exercise);
    const facts = content.exercises[line.exercise];
    if (!judged || !exercise || !facts) throw new NotFound("exercise");
    const position = (positions.get(line.phase) ?? 0) + 1;
    positions.set(line.phase, position);
    const { weekdays, ...dosage } = line.dosage;
    return {
      phase: line.phase,
      position,
      exerciseId: exercise.id,
      exerciseCode: line.exercise,
      ...dosage,
      ...(weekdays && { weekdays }),
      noteToPatient: line.noteToPatient,
      opensOn: judged.heldBack ? addDays(input.anchor, judged.heldBack.day) : input.today,
      needsKeys: neededKeys(line.exercise, { ...input, phase: line.phase }, content),
      isLoadedLifting: facts.tags.some(({ tag }) => tag === "LOADED_LIFTING"),
      heldBackUntil: judged.heldBack?.until ?? null,
      findings: judged.findings,
      overrideReason: line.overrideReason,
      templateLineId: line.templateLineId,
      ...(exercise.origin === "clinic" && { ownExercise: asItStands(exercise) }),
    };
  });
  return {
    // As the rows are read back: by phase, then by position.
    lines: lines.toSorted((a, b) => a.phase - b.phase || a.position - b.position),
    phases: phases.map(({ n, facts }) => {
      const phase = protocol.phases.find((candidate) => candidate.n === n);
      if (!phase) throw new NotFound("phase");
      return {
        n,
        facts,
        dayStart: phase.dayStart,
        dayEndExclusive: phase.dayEndExclusive,
        entryKeys: entryKeys(protocol.id, n, content),
      };
    }),
  };
}

/** An own exercise as a signature covers it; without a figure of its own nothing is said of one. */
function asItStands({ facts, texts, figure }: { facts: unknown; texts: unknown; figure: unknown }): unknown {
  return { facts, texts, ...(figure === null ? {} : { figure }) };
}
