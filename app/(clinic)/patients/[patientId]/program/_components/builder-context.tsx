"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { SourceTitles } from "@/components/clinical/finding-line";
import type { ClinicalContent, ExerciseFacts } from "@/lib/clinical/facts";
import type { SignedLine, SigningInput, SigningResult } from "@/lib/clinical/signing";
import type { Draft, DraftChange } from "@/lib/draft/draft";
import type { ProgramPage } from "@/lib/records/programs/load-program";

/** The draft in work with everything that its panels read and do. */
export type Builder = {
  /** What the server loaded. */
  page: ProgramPage;
  patientId: string;
  /** Facts of the lines on screen: the page's, and those of what was added from the library. */
  content: ClinicalContent;
  /** Takes the facts of library rows; call it before their lines are added. */
  learn: (facts: readonly ExerciseFacts[]) => void;
  draft: Draft;
  /** `step` names what is typed into: typing there goes back in one step. */
  change: (change: DraftChange, step?: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  input: SigningInput;
  /** Judged in the browser on every change, by the same rules as on the server. */
  answer: SigningResult;
  judgedOf: (id: string) => SignedLine | undefined;
  /** The phase in work; the patient's own is `phaseNow`. */
  phase: number;
  openPhase: (n: number) => void;
  phaseNow: number;
  /** Line ids: the inspector shows the one, bulk edit the several. */
  selected: ReadonlySet<string>;
  select: (ids: Iterable<string>) => void;
  sources: SourceTitles;
  /** As the name stands under a reason and a signature. */
  signer: string;
};

const BuilderContext = createContext<Builder | null>(null);

export function BuilderProvider({ builder, children }: { builder: Builder; children: ReactNode }) {
  return <BuilderContext value={builder}>{children}</BuilderContext>;
}

/**
 * The builder around a panel.
 * @throws outside of the program's builder
 */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("useBuilder stands outside of the builder");
  return builder;
}
