"use client";

import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { SourceTitles } from "@/components/clinical/finding-line";
import type { ClinicalContent, ExerciseFacts } from "@/lib/clinical/facts";
import type { SignedLine, SigningLine, SigningResult } from "@/lib/clinical/signing";
import type { Day } from "@/lib/dates";
import type { Draft, DraftChange } from "@/lib/draft/draft";
import type { LibraryRow } from "@/lib/records/library/search-library";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import type { SearchLibraryInput } from "@/lib/schemas/library";
import type { DraftLine } from "@/lib/schemas/program";

/** What the panels read of the page, whatever the draft is of. */
export type BuilderPage = Pick<
  ProgramPage,
  | "programId"
  | "templateVersion"
  | "templatePublishedAt"
  | "state"
  | "currentRevision"
  | "revisions"
  | "signedLines"
  | "ownDosages"
  | "phases"
  | "previous"
  | "massUnit"
  | "timeZone"
  | "words"
  | "situation"
  | "settings"
  | "today"
> & { draft: Pick<NonNullable<ProgramPage["draft"]>, "lines" | "changedAt" | "changedBy"> | null };

/** What is a draft's own, a program's or a template's: the panels are given it and ask no further. */
export type BuilderKind = {
  /** Day 0 as a date; null where there is nobody whose day it is. */
  anchor: Day | null;
  /** For whom the library is searched. */
  libraryFor: (phase: number) => SearchLibraryInput["for"];
  /** Exercises of the library as lines of the phase in work; the server has judged those that it found for a patient. */
  judgedRows: (
    rows: readonly LibraryRow[],
    builder: Pick<Builder, "judge" | "content" | "phase">,
  ) => readonly LibraryRow[];
  /** The lines that count as one session of a phase. */
  sessionOf: (lines: readonly DraftLine[]) => readonly DraftLine[];
  /** What a line has in the inspector beside dosage and findings. */
  LineFields: ComponentType<{ line: DraftLine }>;
  /** A word under a line's name. */
  LineMark: ComponentType<{ line: DraftLine }> | null;
  /** What the head of a phase says beside its name and days. */
  PhaseAside: ComponentType<{ n: number; lines: readonly DraftLine[] }> | null;
};

/** The draft in work with everything that its panels read and do. */
export type Builder = BuilderKind & {
  /** Judges lines of the draft, or lines that might stand in it, in their order. */
  judge: (lines: readonly SigningLine[], content?: ClinicalContent) => readonly SignedLine[];
  /** What the server loaded. */
  page: BuilderPage;
  /** Null: a template, which has no patient. */
  patientId: string | null;
  /** Facts of the lines on screen: the page's, and those of what was added from the library. */
  content: ClinicalContent;
  /** Takes the facts of library rows; call it before their lines are added. */
  learn: (facts: readonly ExerciseFacts[]) => void;
  draft: Draft;
  /** `step` names what is typed into: typing there goes back in one step. Answers whether the draft is another now. */
  change: (change: DraftChange, step?: string) => boolean;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  /** Judged in the browser on every change, by the same rules as on the server. */
  answer: SigningResult;
  judgedOf: (id: string) => SignedLine | undefined;
  /** The phase in work; the patient's own is `phaseNow`, 0 where there is no patient. */
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
