"use client";

import { useMessages, useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { useErrorWords, wordsAt } from "@/components/ui/form-errors";
import { TextArea } from "@/components/ui/text-area";
import { NumberField, TextField } from "@/components/ui/text-field";

/** What was wrong with the form that was sent, by field. */
export const PhaseErrors = createContext<Readonly<Record<string, string>>>({});

/** The words for a field by its path, and in which language it is written. */
export function usePhaseLabels(): (path: string) => string {
  const t = useTranslations("templateEditor.phase");
  const { fields } = useMessages().templateEditor.phase;
  return (path) => {
    const [, base = path, language] = /^(.*)\.(en|es)$/.exec(path) ?? [];
    const test = /^entryCriteria\.functional/.test(base) ? "entryCriteria.functional" : base;
    const label = wordsAt(fields, test);
    return language === "en" ? t("inEnglish", { label }) : language === "es" ? t("inSpanish", { label }) : label;
  };
}

/** Label and error of a native field, by its path. */
export function usePhaseField() {
  const label = usePhaseLabels();
  const words = useErrorWords();
  const errors = useContext(PhaseErrors);
  return (name: string) => {
    const key = errors[name];
    return { name, label: label(name), error: key === undefined ? undefined : words(key) };
  };
}

type InBoth = { en: string; es: string };

/** The same text in both languages, side by side where there is room; `lines`: one item a line. */
export function BothFields({
  name,
  value,
  kind = "text",
  isOptional,
}: {
  name: string;
  value: InBoth;
  kind?: "text" | "long" | "lines";
  isOptional?: boolean;
}) {
  const t = useTranslations("templateEditor.phase");
  const field = usePhaseField();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(["en", "es"] as const).map((language) => {
        const given = { ...field(`${name}.${language}`), defaultValue: value[language], isOptional, lang: language };
        if (kind === "text") return <TextField key={language} {...given} autoComplete="off" maxLength={300} />;
        const hint = kind === "lines" ? t("oneALine") : undefined;
        return <TextArea key={language} {...given} hint={hint} rows={kind === "lines" ? 3 : 2} />;
      })}
    </div>
  );
}

/** A number as it is typed. */
export function NumberIn({
  name,
  value,
  unit,
  hint,
  isOptional = true,
}: {
  name: string;
  value: string;
  unit?: string;
  hint?: string | undefined;
  isOptional?: boolean;
}) {
  const field = usePhaseField();
  return (
    <NumberField
      {...field(name)}
      decimals
      defaultValue={value}
      hint={hint}
      isOptional={isOptional}
      maxLength={8}
      {...(unit === undefined ? {} : { unit })}
    />
  );
}
