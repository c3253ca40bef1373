import { useMessages, useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { useFormContext } from "react-hook-form";
import { flatErrors, useErrorWords, wordsAt } from "@/components/ui/form-errors";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";

/** What the server found wrong with the values that were sent, by field path. */
export const ServerErrors = createContext<Readonly<Record<string, string>>>({});

/** The words for a field by its path: its label, and in which language it is written or about which protocol. */
export function useLabels(protocols: ReadonlyMap<string, string>): (path: string) => string {
  const t = useTranslations("ownExercise");
  const dosage = useMessages().library.ownDosage.keys;
  const { fields } = useMessages().ownExercise;
  return (path) => {
    const earliest = /^earliest\.([^.]+)\.(rule|day|phase)$/.exec(path);
    if (earliest?.[1] !== undefined) {
      const protocol = protocols.get(earliest[1]) ?? earliest[1];
      const part = earliest[2] === "day" ? "day" : earliest[2] === "phase" ? "phase" : "rule";
      return t(`earliest.${part}`, { protocol });
    }
    if (path.startsWith("defaultDosage.")) return wordsAt(dosage, path.slice("defaultDosage.".length));
    const inLanguage = /^(.*)\.(en|es)$/.exec(path);
    const step = /^instructions\.steps\.(\d)/.exec(path);
    const base = step
      ? t("fields.instructions.steps", { n: Number(step[1]) + 1 })
      : wordsAt(fields, inLanguage?.[1] ?? path);
    if (inLanguage?.[2] === "en") return t("languages.en", { label: base });
    return inLanguage ? t("languages.es", { label: base }) : base;
  };
}

const nobody: ReadonlyMap<string, string> = new Map();
/** The clinic's protocols by id, in the reader's language. */
export const ProtocolNames = createContext<ReadonlyMap<string, string>>(nobody);

/** Everything that a native field of the form takes, by its path. */
export function useField() {
  const label = useLabels(useContext(ProtocolNames));
  const words = useErrorWords();
  const { formState } = useFormContext<OwnExerciseValues>();
  const wrong: Record<string, string> = { ...useContext(ServerErrors), ...flatErrors(formState.errors) };
  return (path: string): { label: string; error: string | undefined } => {
    const key = wrong[path] ?? wrong[`${path}.root`];
    return { label: label(path), error: key === undefined ? undefined : words(key) };
  };
}
