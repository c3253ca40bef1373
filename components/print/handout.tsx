import type { Locale } from "@/lib/i18n/locale";
import { writtenDate } from "@/lib/i18n/written-date";
import type { Handout as HandoutContent } from "@/lib/records/programs/load-handout";
import { HandoutExercise } from "./handout-exercise";
import { HandoutSigns } from "./handout-signs";
import { handoutWords, type Clinic } from "./handout-words";

/** A program on paper, for the patient: what is open to them now and nothing else, in their language; black on white. */
export function Handout({ handout, clinic, locale }: { handout: HandoutContent; clinic: Clinic; locale: Locale }) {
  const t = handoutWords(locale);
  const { phase, revision, lines } = handout;
  const name = clinic.name;
  return (
    <article className="handout rounded-10 border border-line bg-surface px-5 py-4 text-16/6 text-ink" lang={locale}>
      <header className="grid gap-1 border-b-2 border-ink pb-3">
        <p className="flex flex-wrap justify-between gap-x-6 font-semibold">
          <span>{name}</span>
          <span>{clinic.phone}</span>
        </p>
        <h2 className="text-26 font-bold tracking-tight">
          {t("title")}: {handout.patientName}
        </h2>
        {phase === null ? null : <p>{t("phase", { n: phase.n, count: phase.count, name: phase.name[locale] })}</p>}
        <p>
          {revision === null
            ? null
            : `${t("version", { number: revision.number, name: revision.signedBy, date: writtenDate(locale, revision.signedOn) })}. `}
          {t("printed", { date: writtenDate(locale, handout.day) })}.
        </p>
      </header>
      {handout.isPaused ? (
        <p className="mt-3 rounded-6 border-2 border-ink px-4 py-2.5">
          <strong>{t("paused")}.</strong> {t("pausedBody")}
        </p>
      ) : null}
      {lines.length === 0 ? <p className="py-6 text-18">{t("none")}</p> : null}
      <ol>
        {lines.map((line, index) => (
          <HandoutExercise key={line.id} line={line} locale={locale} number={index + 1} />
        ))}
      </ol>
      <HandoutSigns clinic={clinic} locale={locale} signs={handout.signs} />
      <footer className="mt-4 grid gap-1 border-t-2 border-ink pt-3">
        <p className="font-semibold">{t("call", { clinic: name, phone: clinic.phone })}</p>
        <p>{t("old")}</p>
      </footer>
    </article>
  );
}
