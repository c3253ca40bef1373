"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Disclosure } from "@/components/ui/small-parts";
import type { Locale } from "@/lib/i18n/locale";
import type { AskableSubject } from "@/lib/records/clearances/load-patient-clearances";
import { answerQuestionAction, forwardQuestionAction } from "../question-actions";
import { QuestionForm } from "./question-form";

export type WaitingQuestion = {
  id: string;
  subjectId: string | null;
  about: string | null;
  asked: string;
  question: string | null;
};

/** Each question that waits, with the two ways to answer it. */
export function WaitingQuestions({
  questions,
  askable,
  canAnswer,
  patientLocale,
}: {
  questions: readonly WaitingQuestion[];
  askable: readonly AskableSubject[];
  canAnswer: boolean;
  patientLocale: Locale;
}) {
  const t = useTranslations("clearances.questions");
  const locale = useLocale();
  const [sent, setSent] = useState<"answer" | "forward" | null>(null);
  const choices = askable.map(({ id, name }) => ({ value: id, label: name[locale] }));
  return (
    <div className="grid gap-3">
      {sent === null ? null : <Notice isLive title={t(`sent.${sent}`)} tone="ok" />}
      {questions.map(({ id, subjectId, about, asked, question }) => {
        const isOwn = askable.find((subject) => subject.id === subjectId)?.decidedBy === "therapist";
        return (
          <article className="grid gap-1.5" key={id}>
            <h3 className="text-14 font-semibold first-letter:uppercase">{about ?? t("ownWords")}</h3>
            <p>
              <span className="text-ink-3">{asked}</span>
              {question === null ? null : <> “{question}”</>}
            </p>
            {canAnswer ? (
              <div className="flex flex-wrap items-start gap-x-6 gap-y-1">
                <Disclosure summary={t("answer")}>
                  <QuestionForm
                    field="answer"
                    hint={t(`language.${patientLocale}`)}
                    key={id}
                    label={t("answerLabel")}
                    most={1000}
                    onSent={() => setSent("answer")}
                    send={(answer) => answerQuestionAction({ questionId: id, answer })}
                    submit={t("sendAnswer")}
                  />
                </Disclosure>
                <Disclosure summary={t(isOwn ? "decide" : "forward")}>
                  <QuestionForm
                    choices={subjectId === null ? choices : undefined}
                    field="question"
                    label={t("question")}
                    most={500}
                    onSent={() => setSent("forward")}
                    send={(words, chosen) =>
                      forwardQuestionAction({ questionId: id, subjectId: subjectId ?? chosen, question: words })
                    }
                    submit={t(isOwn ? "toDecision" : "sendForward")}
                    words={question ?? t("prefilled", { about: about ?? "" })}
                  />
                </Disclosure>
              </div>
            ) : null}
          </article>
        );
      })}
    </div>
  );
}
