import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { type RestrictionWords, RestrictionList } from "./restriction-list";
import { Shape } from "./shape";
import { PhaseCell } from "./staircase";

/** Days are ISO days (2026-09-22). */
export type BannerPatient = {
  name: string;
  ageYears: number;
  bornOn: string;
  mrn: string;
  language: Locale;
  episode: { title: string; detail: string };
  /** Whole days since the anchor of the episode. */
  day: number;
  anchor: "PROCEDURE_DATE" | "PATHWAY_START";
  anchorOn: string;
  /** Days since the latest procedure, said beside a pathway's own days. */
  daysAfterProcedure?: number | null | undefined;
  /** Null before a program is signed. */
  phase: { current: number; count: number; name: string; since?: string | undefined } | null;
  restrictions: readonly RestrictionWords[];
  hold:
    | { kind: "none"; lastOn?: string | undefined }
    | { kind: "on-hold" | "suspended" | "red-flag"; cause: string; since: string };
};

const holdWords = { "on-hold": "onHold", suspended: "suspended", "red-flag": "redFlag" } as const;

/**
 * Who the page is about, in fixed order, on every page of a patient; one line in the builder. Names and restrictions are never cut: the banner
 * grows.
 */
export function PatientBanner({ patient, level = 1 }: { patient: BannerPatient; level?: 1 | 2 }) {
  const t = useTranslations("status.banner");
  const labels = useTranslations("status.restrictions");
  const format = useFormatter();
  const day = (iso: string) => format.dateTime(new Date(iso), "day");
  const { phase, hold, daysAfterProcedure } = patient;
  const Name = `h${level}` as const;
  return (
    <section
      aria-label={t("label")}
      className="z-10 flex flex-wrap items-stretch gap-y-2 border-b border-line bg-surface px-6 py-3 max-md:px-4 md:sticky md:top-0 builder:flex-none builder:px-4 builder:py-1.5 builder:max-xl:static"
    >
      <div className="pe-4 max-md:w-full xl:max-w-64 builder:xl:max-w-72">
        <Name className="text-20 font-title tracking-tight builder:text-16 builder:leading-4.5">{patient.name}</Name>
        <div className="builder:flex builder:flex-wrap builder:gap-x-1 builder:text-12 builder:text-ink-3">
          <p>
            {t("age", { age: patient.ageYears })} ·{" "}
            {t("born", { date: format.dateTime(new Date(patient.bornOn), "dayYear") })}
          </p>
          <p className="text-12 text-ink-3 builder:before:content-['·_']">
            {patient.mrn} · {t(`languages.${patient.language}`)}
          </p>
        </div>
      </div>
      <dl className="flex min-w-0 flex-1 flex-wrap items-stretch gap-y-2 xl:flex-nowrap max-md:grid max-md:w-full max-md:flex-none max-md:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] max-md:gap-x-4 md:[&>div]:border-s md:[&>div]:border-line md:[&>div]:px-3.5 md:[&>div:last-child]:pe-0">
        <BannerCell name={t("episode")} value={patient.episode.title} detail={patient.episode.detail} />
        <BannerCell
          name={t(patient.anchor === "PROCEDURE_DATE" ? "afterProcedure" : "afterPathway")}
          value={t("day", { day: patient.day })}
          detail={[
            t("weeksDays", {
              weeks: Math.floor(patient.day / 7),
              days: patient.day % 7,
              date: day(patient.anchorOn),
            }),
            ...(typeof daysAfterProcedure === "number"
              ? [t("weeksAfterProcedure", { weeks: Math.floor(daysAfterProcedure / 7) })]
              : []),
          ].join("; ")}
        />
        {phase === null ? null : (
          <BannerCell
            name={t("phase")}
            value={<PhaseCell count={phase.count} current={phase.current} isHeld={hold.kind !== "none"} />}
            detailLook="builder:hidden"
            detail={phase.since === undefined ? phase.name : `${phase.name}, ${t("since", { date: day(phase.since) })}`}
          />
        )}
        <div className="min-w-0 flex-1 basis-48 max-md:col-span-full xl:min-w-36">
          <dt className="text-12 text-ink-3">{labels("label")}</dt>
          <dd>
            <RestrictionList restrictions={patient.restrictions} />
          </dd>
        </div>
        {hold.kind === "none" ? (
          <BannerCell
            name={t("hold")}
            value={t("noHold")}
            detail={hold.lastOn === undefined ? undefined : t("lastHold", { date: day(hold.lastOn) })}
          />
        ) : (
          <div
            className={`-my-1 max-w-80 self-start rounded-6 border border-(--tone-line)! bg-(--tone-tint) px-3! py-1 max-md:col-span-full max-md:my-0 ${hold.kind === "red-flag" ? "tone-stop" : "tone-warn"}`}
          >
            <dt className="text-12 text-ink-2">{t("hold")}</dt>
            <dd>
              <span className="flex items-center gap-1.5 font-semibold text-(--tone-ink)">
                <Shape name={hold.kind === "red-flag" ? "same-day" : "hold"} />
                {t(holdWords[hold.kind])}
              </span>
              <span className="text-ink-2">
                {hold.cause}, {t("since", { date: day(hold.since) })}
              </span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function BannerCell({
  name,
  value,
  detail,
  detailLook = "builder:text-12",
}: {
  name: string;
  value: ReactNode;
  detail?: ReactNode;
  detailLook?: string;
}) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="builder:flex builder:flex-wrap builder:items-baseline builder:gap-x-1.5">
        <div className="font-medium">{value}</div>
        {detail === undefined ? null : <div className={`text-balance text-ink-3 ${detailLook}`}>{detail}</div>}
      </dd>
    </div>
  );
}
