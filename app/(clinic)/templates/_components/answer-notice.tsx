"use client";

import { useTranslations } from "next-intl";
import { FindingList } from "@/components/clinical/finding-list";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { TemplateAnswer } from "./template-answer";

const refusals = ["templateRetired", "blockedLines"] as const;

/** What became of a form about a template. */
export function AnswerNotice({ answer, labels }: { answer: TemplateAnswer; labels: Readonly<Record<string, string>> }) {
  const t = useTranslations("templates.answer");
  const words = useErrorWords();
  const { status, fields, reason, findings } = answer;
  if (status === "none") return null;
  if (status === "done") return <Notice isLive title={t("done")} tone="ok" />;
  if (status === "invalid") {
    const errors = Object.entries(fields).map(([name, key]) => {
      const label = labels[name];
      return label === undefined
        ? { message: `${t("inDraft")}: ${words(key)}` }
        : { name, message: `${label}: ${words(key)}` };
    });
    return <ErrorSummary errors={errors} />;
  }
  const known = refusals.find((one) => one === reason) ?? "other";
  return (
    <Notice isLive title={status === "refused" ? t(`refused.${known}`) : t(status)} tone="stop">
      {findings.length === 0 ? null : <FindingList findings={findings} />}
    </Notice>
  );
}

/** The words of what is wrong with a field. */
export function useFieldError({ fields }: TemplateAnswer): (name: string) => string | undefined {
  const words = useErrorWords();
  return (name) => (fields[name] === undefined ? undefined : words(fields[name]));
}
