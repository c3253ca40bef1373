import { useState } from "react";
import type { SourceTitles } from "@/components/clinical/finding-line";
import type { DraftKey } from "@/lib/access/draft-key";
import type { ClinicalContent, ExerciseFacts } from "@/lib/clinical/facts";
import { signing, type SigningInput } from "@/lib/clinical/signing";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import type { Builder } from "./builder-context";
import { useDraft } from "./draft/use-draft";

export type BuilderProps = {
  page: ProgramPage;
  draft: NonNullable<ProgramPage["draft"]>;
  patientId: string;
  /** Whose unsaved changes the browser keeps, and the key of them. */
  owner: DraftKey;
  signer: string;
  sources: SourceTitles;
};

/** The draft with everything that is known of it: judged anew on every change, for the whole draft. */
export function useBuilderState({ page, draft: first, owner, patientId, signer, sources }: BuilderProps) {
  const [learned, setLearned] = useState<ClinicalContent["exercises"]>({});
  const saving = useDraft(page.programId, first, {
    follows: page.currentRevision,
    owner,
    knows: (exercise) => exercise in page.content.exercises || exercise in learned,
  });
  const { draft, change, undo, redo, canUndo, canRedo } = saving;
  const phaseNow = page.currentPhase ?? draft.startPhase;
  const [phase, openPhase] = useState(phaseNow);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const content = { ...page.content, exercises: { ...learned, ...page.content.exercises } };
  const input: SigningInput = { ...page.situation, phase: phaseNow, previous: page.previous, lines: draft.lines };
  const answer = signing(input, content, page.settings);
  const judged = new Map(draft.lines.map(({ id }, index) => [id, answer.lines[index]]));
  const builder: Builder = {
    page,
    patientId,
    content,
    learn: (facts: readonly ExerciseFacts[]) =>
      setLearned((known) => ({ ...known, ...Object.fromEntries(facts.map((fact) => [fact.id, fact])) })),
    draft,
    change,
    undo,
    redo,
    canUndo,
    canRedo,
    input,
    answer,
    judgedOf: (id) => judged.get(id),
    phase,
    openPhase,
    phaseNow,
    selected: new Set(draft.lines.flatMap(({ id }) => (selected.has(id) ? [id] : []))),
    select: (ids) => setSelected(new Set(ids)),
    sources,
    signer,
  };
  return {
    builder,
    saving,
    touch: (id: string) => setSelected((before) => (before.has(id) ? before : new Set([id]))),
  };
}
