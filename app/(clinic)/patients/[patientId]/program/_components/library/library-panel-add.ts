import { useLocale, useTranslations } from "next-intl";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { newLine } from "./library-panel-line";
import { useLibraryMemory } from "./library-panel-memory";

/** Makes the lines with which exercises begin in a phase; a phase that the protocol lacks gets none. */
export function useNewLines() {
  const { page } = useBuilder();
  const { ownDosageOf } = useLibraryMemory();
  const locale = useLocale();
  return (exercises: readonly ExerciseFacts[], n: number): DraftLine[] => {
    const phase = page.phases.find((candidate) => candidate.n === n);
    if (!phase) return [];
    return exercises.map((facts) =>
      newLine({ id: crypto.randomUUID(), facts, phase, own: ownDosageOf(facts.id), locale }),
    );
  };
}

/** Adds an exercise of the library at the end of the phase in work, and shows the new line in the inspector. */
export function useAddExercise() {
  const t = useTranslations("program.library");
  const locale = useLocale();
  const { phase, learn, change, select } = useBuilder();
  const { announce } = useBuilderScreen();
  const newLines = useNewLines();
  return (facts: ExerciseFacts) => {
    const lines = newLines([facts], phase);
    learn([facts]);
    change({ kind: "add", lines, before: null });
    select(lines.map(({ id }) => id));
    announce(t("wasAdded", { name: facts.name[locale], phase }));
  };
}
