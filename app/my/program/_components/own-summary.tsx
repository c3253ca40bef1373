import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dosageSentences } from "@/components/clinical/dosage-sentences";
import type { Actor } from "@/lib/access/actor";
import { meanDecimal } from "@/lib/i18n/decimals";
import type { OwnSummary as Own } from "@/lib/records/today/load-own-summary";
import { useRestrictionName } from "../../allowed/_components/words";
import { AllowedAtTheEnd } from "./allowed-at-the-end";

type Summary = Own["summary"];

/** The summary for paper: what was done, how pain went, what is allowed, what is not yet, whom to call. */
export function OwnSummary({ own, clinic }: { own: Own; clinic: Actor["clinic"] }) {
  const t = useTranslations("myProgram");
  const record = useTranslations("patientRecord");
  const format = useFormatter();
  const locale = useLocale();
  const { summary, advice } = own;
  const { treatment, exerciseDays, checkInDays, exercises } = summary;
  const date = (on: string) => format.dateTime(new Date(on), "dateWords");
  return (
    <article className="handout grid gap-4 rounded-14 border border-line bg-surface px-4 py-4">
      <header className="grid gap-1 border-b border-edge pb-3">
        <p className="text-16 text-ink-2">
          {clinic.name}, {clinic.phone}
        </p>
        <h2 className="text-20 font-bold tracking-tight">{summary.patient.name}</h2>
        <p>{t("ended.on", { date: date(summary.endedOn) })}</p>
      </header>
      {advice === null ? null : (
        <Part title={t("ended.advice")}>
          <p className="whitespace-pre-line">{advice}</p>
        </Part>
      )}
      <Part title={t("summary.what")}>
        <p>
          {t("summary.procedure", {
            name: record(`procedure.${treatment.procedureType}`, { region: treatment.region }),
            date: date(treatment.procedureOn),
          })}
        </p>
        <p>{t("summary.surgeon", { name: treatment.surgeon })}</p>
      </Part>
      <Steps summary={summary} />
      <Pain summary={summary} />
      <Part title={t("summary.days")}>
        {exerciseDays.of === 0 ? null : <p>{t("summary.daysDone", exerciseDays)}</p>}
        <p>{t("summary.checkIns", { count: checkInDays })}</p>
      </Part>
      <AllowedAtTheEnd allowed={summary.allowed} />
      <NotYet summary={summary} />
      {exercises.length === 0 ? null : (
        <Part title={t("summary.exercises")}>
          <p>{t("summary.exercisesNote")}</p>
          <ul className="mt-1 grid gap-1">
            {exercises.map(({ name, dosage }, index) => (
              <li key={index}>
                <strong>{name[locale]}.</strong>{" "}
                {dosageSentences(locale, dosage, { withFrequency: true, withEffort: true }).join(" ")}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p className="border-t border-edge pt-3">{t("ended.call")}</p>
    </article>
  );
}

/** A part of the summary under its own heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h3 className="text-18 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Steps({ summary: { phases, phaseCount } }: { summary: Summary }) {
  const t = useTranslations("myProgram.summary");
  const reached = Math.max(0, ...phases.map(({ n }) => n));
  return (
    <Part title={t("steps")}>
      <p>{reached === 0 ? t("noSteps") : t("reached", { n: reached, count: phaseCount })}</p>
    </Part>
  );
}

function Pain({ summary: { painFirst, painLast } }: { summary: Summary }) {
  const t = useTranslations("myProgram.summary");
  return (
    <Part title={t("pain")}>
      <p>
        {painFirst === null || painLast === null
          ? t("noPain")
          : t("painBoth", { first: meanDecimal(painFirst.mean), last: meanDecimal(painLast.mean) })}
      </p>
    </Part>
  );
}

function NotYet({ summary: { restrictions } }: { summary: Summary }) {
  const t = useTranslations("myProgram.summary");
  const format = useFormatter();
  const name = useRestrictionName();
  if (restrictions.length === 0) return null;
  return (
    <Part title={t("mayNot")}>
      <p>{t("mayNotNote")}</p>
      <ul className="mt-1 list-disc ps-5">
        {restrictions.map((restriction, index) => (
          <li key={index}>
            {name(restriction)}
            {restriction.untilDate === null
              ? null
              : `, ${t("until", { date: format.dateTime(new Date(restriction.untilDate), "dateWords") })}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}
