import { useMessages, useTranslations } from "next-intl";
import { useErrorWords } from "@/components/ui/form-errors";

/** Says of each field of a line why it is not saved; a field that has no name of its own is the line. */
export function useUnsavedWords(): (errors: Readonly<Record<string, string>>) => string[] {
  const t = useTranslations("program");
  const { field: known } = useMessages().program.conflict;
  const names: Readonly<Record<string, string>> = { ...known, startPhase: known.start, lines: t("unsavedLines") };
  const words = useErrorWords();
  return (errors) =>
    Object.entries(errors).map(([field, problem]) =>
      t("unsaved", { field: names[field.replace(/^dosage\./, "")] ?? t("unsavedLine"), problem: words(problem) }),
    );
}
