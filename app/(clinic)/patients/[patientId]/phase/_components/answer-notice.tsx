"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { PhaseAnswer } from "./phase-answer";

const refusals = ["surgeonOnly", "alreadyHeld", "notRunning", "onHold", "notStarted", "phaseNeeded"] as const;

/** What came of a form about the program: done, a mistake named by its field, or why not. */
export function AnswerNotice({
  answer: { status, fields, reason },
  labels,
  done,
}: {
  answer: PhaseAnswer;
  /** Of the fields, by their names on the page. */
  labels: Readonly<Record<string, string>>;
  done: string;
}) {
  const t = useTranslations("ladder.answer");
  const words = useErrorWords();
  if (status === "none") return null;
  if (status === "done") return <Notice isLive title={done} tone="ok" />;
  if (status === "invalid") {
    const errors = Object.entries(fields).map(([name, key]) => {
      const label = labels[name];
      return label === undefined ? { message: words(key) } : { name, message: `${label}: ${words(key)}` };
    });
    return <ErrorSummary errors={errors} />;
  }
  if (status === "refused") {
    const known = refusals.find((one) => one === reason);
    return <Notice isLive title={t(known ?? "refused")} tone="warn" />;
  }
  return <Notice isLive title={t(status === "conflict" ? "conflict" : "gone")} tone="warn" />;
}
