"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { LibraryRow } from "@/lib/records/library/search-library";
import type { ExerciseWords } from "@/lib/records/programs/load-template";
import type { LineDosage } from "@/lib/draft/draft";
import { useBuilder } from "../builder-context";

/** What the panels know of exercises beside their facts: the library rows that were seen, and one's own defaults. */
export type LibraryMemory = {
  rows: ReadonlyMap<string, LibraryRow>;
  remember: (rows: readonly LibraryRow[]) => void;
  wordsOf: (code: string) => ExerciseWords | undefined;
  ownDosageOf: (code: string) => LineDosage | null;
  /** After the server has kept it. */
  keepOwnDosage: (code: string, dosage: LineDosage | null) => void;
};

const MemoryContext = createContext<LibraryMemory | null>(null);

/** Stands inside the builder, around its panels and its tray. */
export function LibraryMemoryProvider({ children }: { children: ReactNode }) {
  const { page } = useBuilder();
  const [rows, setRows] = useState<ReadonlyMap<string, LibraryRow>>(new Map());
  const [own, setOwn] = useState<ReadonlyMap<string, LineDosage | null>>(new Map(Object.entries(page.ownDosages)));
  const memory: LibraryMemory = {
    rows,
    remember: (seen) => {
      setRows((before) => new Map([...before, ...seen.map((row) => [row.code, row] as const)]));
      setOwn((before) => new Map([...before, ...seen.map(({ code, myDosage }) => [code, myDosage] as const)]));
    },
    wordsOf: (code) => rows.get(code) ?? page.words[code],
    ownDosageOf: (code) => own.get(code) ?? null,
    keepOwnDosage: (code, dosage) => setOwn((before) => new Map(before).set(code, dosage)),
  };
  return <MemoryContext value={memory}>{children}</MemoryContext>;
}

/**
 * @throws outside of the builder's panels
 */
export function useLibraryMemory(): LibraryMemory {
  const memory = useContext(MemoryContext);
  if (!memory) throw new Error("useLibraryMemory stands outside of the builder");
  return memory;
}
