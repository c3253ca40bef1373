import { useTranslations } from "next-intl";
import { changeSentences, changeWords } from "@/components/clinical/change-sentences";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { Card } from "@/components/ui/card";
import type { SigningResult } from "@/lib/clinical/signing";
import { changesForPatient } from "@/lib/draft/changes-for-patient";
import { writtenDate } from "@/lib/i18n/written-date";
import type { SignPage } from "@/lib/records/programs/load-sign-page";

/** What the patient's Today will say, in the patient's language; lines that are held back are not in it. */
export function SignPatientReads({
  page,
  answer,
  phaseNow,
}: {
  page: SignPage;
  answer: SigningResult;
  phaseNow: number;
}) {
  const t = useTranslations("program.signing");
  const locale = page.patientLanguage;
  if (page.currentRevision === null) {
    return (
      <Card title={t("readsTitle")}>
        <p className="text-ink-2">{t("readsFirst")}</p>
      </Card>
    );
  }
  const before = page.current.filter(({ line }) => line.phase === phaseNow);
  const after = page.draft.lines.flatMap((line, index) =>
    line.phase === phaseNow ? [{ line, isOpen: answer.lines[index]?.heldBack === null }] : [],
  );
  const told = changesForPatient(before, after).flatMap((change) => {
    const { exercise } = change.kind === "stopped" ? change.before : change.after;
    const name = page.content.exercises[exercise]?.name[locale] ?? exercise;
    const sentences = changeSentences(locale, change, name);
    return sentences.length === 0 ? [] : [{ exercise, sentences }];
  });
  const date = writtenDate(locale, page.today, "dayMonthWords");
  return (
    <Card title={t("readsTitle")}>
      {told.length === 0 ? (
        <p className="text-ink-2">{t("readsNothing")}</p>
      ) : (
        <>
          <p className="mb-2 text-12 text-ink-2">{t("readsLanguage", { language: locale })}</p>
          <div className="rounded-10 border border-line bg-inset px-3.5 py-2.5" lang={locale}>
            <p className="font-semibold">{changeWords(locale)("title", { date })}</p>
            <ul className="grid gap-1 pt-1">
              {told.map(({ exercise, sentences }, index) => (
                <li className="flex items-center gap-3" key={`${index} ${exercise}`}>
                  <FigureThumb code={exercise} />
                  <span>{sentences.join(" ")}</span>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </Card>
  );
}
