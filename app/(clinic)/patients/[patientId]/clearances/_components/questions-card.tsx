import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import type { Locale } from "@/lib/i18n/locale";
import type { AskableSubject } from "@/lib/records/clearances/load-patient-clearances";
import type { OwnQuestion } from "@/lib/records/questions/own-questions";
import { WaitingQuestions } from "./waiting-questions";

/** What the patient asks: what waits for an answer, and what was answered. */
export function QuestionsCard({
  questions,
  askable,
  canAnswer,
  patientLocale,
  timeZone,
}: {
  questions: readonly OwnQuestion[];
  askable: readonly AskableSubject[];
  canAnswer: boolean;
  patientLocale: Locale;
  timeZone: string;
}) {
  const t = useTranslations("clearances.questions");
  const format = useFormatter();
  const locale = useLocale();
  if (questions.length === 0) return null;
  const when = (at: string) => format.dateTime(new Date(at), "dayTime", { timeZone });
  const told = questions.map(({ texts, askedAt, ...question }) => ({
    ...question,
    about: texts?.name[locale] ?? null,
    asked: t("asked", { when: when(askedAt) }),
  }));
  const answered = told.filter(({ state }) => state !== "asked");
  return (
    <div className="mb-3" id="questions">
      <Card title={t("title")}>
        <WaitingQuestions
          askable={askable}
          canAnswer={canAnswer}
          patientLocale={patientLocale}
          questions={told.filter(({ state }) => state === "asked")}
        />
        {answered.length === 0 ? null : (
          <Disclosure summary={t("answered", { count: answered.length })}>
            <ul className="grid gap-2.5">
              {answered.map(({ id, about, asked, question, answer, answeredBy, answeredAt }) => (
                <li className="border-s-2 border-line ps-3" key={id}>
                  <p>
                    <strong className="font-semibold first-letter:uppercase">{about ?? t("ownWords")}</strong>{" "}
                    <span className="text-ink-3">{asked}</span>
                    {question === null ? null : <> “{question}”</>}
                  </p>
                  {answeredBy === null || answeredAt === null ? null : (
                    <p>
                      <span className="text-ink-3">
                        {t(answer === null ? "forwardedBy" : "answeredBy", {
                          name: answeredBy,
                          when: when(answeredAt),
                        })}
                      </span>
                      {answer === null ? null : <> “{answer}”</>}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Card>
    </div>
  );
}
