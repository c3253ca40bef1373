import { useMessages } from "next-intl";
import { createContext, useContext } from "react";
import { useFormContext } from "react-hook-form";
import { flatErrors, useErrorWords, wordsAt } from "@/components/ui/form-errors";
import type { AdmissionValues } from "./admission-form";

/** The words of a field: its label by its path (list positions left out), and what is wrong in one sentence. */
export function useFieldWords() {
  const { fields } = useMessages().admission;
  const message = useErrorWords();
  const label = (path: string) => wordsAt(fields, path.replace(/\.\d+/g, ""));
  return { label, message, summary: (path: string, key: string) => `${label(path)}: ${message(key)}` };
}

/** What the server found wrong with the values that were sent, by field path. */
export const ServerErrors = createContext<Readonly<Record<string, string>>>({});

/** Everything that a native field of the form takes, by its path. */
export function useField() {
  const words = useFieldWords();
  const { formState } = useFormContext<AdmissionValues>();
  const wrong: Record<string, string> = { ...useContext(ServerErrors), ...flatErrors(formState.errors) };
  return (path: string): { label: string; error: string | undefined } => {
    const key = wrong[path] ?? wrong[`${path}.root`];
    return { label: words.label(path), error: key === undefined ? undefined : words.message(key) };
  };
}
