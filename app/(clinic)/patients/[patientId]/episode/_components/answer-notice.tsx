"use client";

import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { FormAnswer } from "./form-answer";

/** What became of a form: what must be fixed, or that it is saved and what it met. */
export function AnswerNotice({ answer, labels }: { answer: FormAnswer; labels: Readonly<Record<string, string>> }) {
  const t = useTranslations("episode.answer");
  const locale = useLocale();
  const words = useErrorWords();
  const { status, fields, met, hasDraft } = answer;
  if (status === "none" || status === "preview") return null;
  if (status === "invalid") {
    const errors = Object.entries(fields).map(([name, key]) => {
      const label = labels[name];
      return { name: label === undefined ? undefined : name, message: `${label ?? name}: ${words(key)}` };
    });
    return <ErrorSummary errors={errors} />;
  }
  if (status === "done") {
    const names = met.map(({ name }) => name[locale]).join(", ");
    return (
      <Notice
        isLive
        title={met.length === 0 ? t("done") : t("doneMet", { count: met.length, names })}
        tone={met.length === 0 ? "ok" : "warn"}
      >
        {hasDraft ? t("drafted") : null}
      </Notice>
    );
  }
  return <Notice isLive title={t(status === "too-many" ? "refused" : status)} tone="warn" />;
}

/** The words of what is wrong with a field. */
export function useFieldError({ fields }: FormAnswer): (name: string) => string | undefined {
  const words = useErrorWords();
  return (name) => (fields[name] === undefined ? undefined : words(fields[name]));
}
