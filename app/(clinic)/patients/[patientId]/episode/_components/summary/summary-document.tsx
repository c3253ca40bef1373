import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { conditionEntries } from "@/lib/records/library/names";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { RestrictionList } from "@/components/clinical/restriction-list";
import { dosageSentences } from "@/components/clinical/dosage-sentences";
import { restrictionInWords } from "../../../_components/banner-words";
import { SummaryClearances } from "./summary-clearances";
import { SummaryCourse } from "./summary-course";
import { SummaryPart } from "./summary-part";
import { SummaryPain } from "./summary-pain";
import { SummaryTests } from "./summary-tests";
import { SummaryTreatment } from "./summary-treatment";

type Of = { summary: EpisodeSummary; massUnit: "kg" | "lb" };

/** The whole summary of an episode, on the screen and on paper; `end` is what was signed, or says that nothing is yet. */
export function SummaryDocument({ summary, massUnit, clinicName, end }: Of & { clinicName: string; end: ReactNode }) {
  const t = useTranslations("episodeEnd.summary");
  const format = useFormatter();
  const { name, mrn, bornOn } = summary.patient;
  return (
    <article className="handout grid gap-5 rounded-10 border border-line bg-surface px-5 py-4">
      <header className="grid gap-1 border-b border-edge pb-3">
        <p className="text-ink-2">{clinicName}</p>
        <h3 className="text-20 font-title tracking-tight">
          {t("title")}: {name}
        </h3>
        <p className="text-ink-2">
          {mrn} · {t("born", { date: format.dateTime(new Date(bornOn), "dayYear") })}
        </p>
        {end}
      </header>
      <SummaryTreatment summary={summary} />
      <SummaryCourse summary={summary} />
      <SummaryPain summary={summary} />
      <div className="grid gap-5 sm:grid-cols-2 print:grid-cols-2">
        <SummaryTests tests={summary.tests} />
        <Adherence summary={summary} />
      </div>
      <SummaryClearances massUnit={massUnit} summary={summary} />
      <Staying massUnit={massUnit} summary={summary} />
      <Exercises summary={summary} />
    </article>
  );
}

function Adherence({ summary: { exerciseDays, checkInDays } }: { summary: EpisodeSummary }) {
  const t = useTranslations("episodeEnd.summary");
  const format = useFormatter();
  const { done, of } = exerciseDays;
  return (
    <SummaryPart title={t("adherence")}>
      <p>
        {of === 0 ? t("noAdherence") : t("exerciseDays", { done, of, share: format.number(done / of, "share") })}
        <br />
        {t("checkIns", { count: checkInDays })}
      </p>
    </SummaryPart>
  );
}

function Staying({ summary: { restrictions, conditions }, massUnit }: Of) {
  const t = useTranslations("episodeEnd.summary");
  const record = useTranslations("patientRecord");
  const locale = useLocale();
  const named = conditionEntries.filter(({ code }) => conditions.includes(code)).map(({ label }) => label[locale]);
  return (
    <div className="grid gap-5 sm:grid-cols-2 print:grid-cols-2">
      <SummaryPart title={t("restrictions")}>
        <RestrictionList
          restrictions={restrictions.map((restriction) => ({
            text: restrictionInWords(restriction, massUnit, record, locale),
            end: restriction,
          }))}
        />
      </SummaryPart>
      <SummaryPart title={t("conditions")}>{named.length === 0 ? t("none") : named.join(", ")}</SummaryPart>
    </div>
  );
}

function Exercises({ summary: { exercises } }: { summary: EpisodeSummary }) {
  const t = useTranslations("episodeEnd.summary");
  const locale = useLocale();
  return (
    <SummaryPart title={t("exercises")}>
      {exercises.length === 0 ? (
        <p className="text-ink-2">{t("noExercises")}</p>
      ) : (
        <ul className="grid gap-1">
          {exercises.map(({ name, dosage }, index) => (
            <li key={index}>
              <span className="font-medium">{name[locale]}</span>{" "}
              <span className="text-ink-2">{dosageSentences(locale, dosage, { withFrequency: true }).join(" ")}</span>
            </li>
          ))}
        </ul>
      )}
    </SummaryPart>
  );
}
