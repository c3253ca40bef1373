import { useState } from "react";
import type { SourceTitles } from "@/components/clinical/finding-line";
import type { DraftKey } from "@/lib/access/draft-key";
import type { ClinicalContent, ExerciseFacts } from "@/lib/clinical/facts";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import type { SigningInput, SigningLine, SigningResult } from "@/lib/clinical/signing";
import type { Draft } from "@/lib/draft/draft";
import { steadyJudged } from "@/lib/draft/steady-judged";
import type { Builder, BuilderKind, BuilderPage } from "./builder-context";
import type { OpenedDraft } from "./draft/draft-snapshot";
import { type DraftKept, useDraft } from "./draft/use-draft";

export type BuilderProps = {
  page: BuilderPage & { content: ClinicalContent };
  draft: OpenedDraft;
  /** Whose unsaved changes the browser keeps, and the key of them. */
  owner: DraftKey;
  signer: string;
  sources: SourceTitles;
};

type Given = BuilderProps & {
  patientId: string | null;
  /** The patient's phase; 0 where there is no patient. */
  phaseOf: (draft: Draft) => number;
  judgedBy: (input: SigningInput, content: ClinicalContent, settings: ClinicalSettings) => SigningResult;
  kind: BuilderKind;
  kept?: DraftKept;
};

/** The draft with everything that is known of it: judged anew on every change, for the whole draft. */
export function useBuilderState(given: Given) {
  const { page, draft: first, owner, patientId, signer, sources, phaseOf, judgedBy, kind, kept } = given;
  const [judgedLines] = useState(steadyJudged);
  const [learned, setLearned] = useState<ClinicalContent["exercises"]>({});
  const saving = useDraft(page.programId, first, {
    follows: page.currentRevision,
    owner,
    knows: (exercise) => exercise in page.content.exercises || exercise in learned,
    kept,
  });
  const { draft, change, undo, redo, canUndo, canRedo } = saving;
  const phaseNow = phaseOf(draft);
  const [phase, openPhase] = useState(Math.max(1, phaseNow));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const content = { ...page.content, exercises: { ...learned, ...page.content.exercises } };
  const inputOf = (lines: readonly SigningLine[]): SigningInput => ({
    ...page.situation,
    ...{ phase: Math.max(1, phaseNow), previous: page.previous, lines },
  });
  const answer = judgedBy(inputOf(draft.lines), content, page.settings);
  const judged = judgedLines(draft.lines, answer.lines);
  const builder: Builder = {
    ...kind,
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
    answer,
    judge: (lines, known = content) => judgedBy(inputOf(lines), known, page.settings).lines,
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
