import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/dates";
import type { OwnQuestion } from "@/lib/records/questions/own-questions";
import { useText } from "../../_components/words";
import { EntryRow } from "./allowed-card";
import { useAllowedWords } from "./words";

/** What the patient asked, and what became of it. */
export function OwnQuestions({
  questions,
  surgeon,
  therapist,
  timeZone,
  today,
}: {
  questions: readonly OwnQuestion[];
  surgeon: string;
  therapist: string | null;
  timeZone: string;
  today: Day;
}) {
  const t = useTranslations("patient.questions");
  const text = useText();
  const { moment } = useAllowedWords(timeZone, today);
  const became = (question: OwnQuestion): (string | null)[] => {
    const { state, askedAt, answer, answeredBy, answeredAt, decides, isDecided } = question;
    const name = answeredBy ?? "";
    if (state === "asked") {
      const date = moment(askedAt);
      return [therapist === null ? t("waitsNobody", { date }) : t("waits", { date, name: therapist })];
    }
    const date = answeredAt === null ? "" : moment(answeredAt);
    if (state === "answered") return [answer, `${name}, ${date}`];
    if (isDecided) return [t("decided")];
    return [decides === "therapist" ? t("forwardedOwn", { name }) : t("forwarded", { name, decider: surgeon, date })];
  };
  return (
    <div id="questions">
      <Card isFlush title={t("title")}>
        <ul>
          {questions.map((question) => (
            <EntryRow
              key={question.id}
              lines={[question.question === null ? null : `“${question.question}”`, ...became(question)]}
              name={question.texts === null ? t("ownWords") : text(question.texts.patientName ?? question.texts.name)}
            />
          ))}
        </ul>
      </Card>
    </div>
  );
}
