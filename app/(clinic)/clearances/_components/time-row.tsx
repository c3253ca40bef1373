import { useTranslations } from "next-intl";
import { UnverifiedMark } from "@/components/clinical/unverified-mark";
import { Disclosure } from "@/components/ui/small-parts";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { EvidenceRow, type RowProps, type SourceTitles } from "./evidence-row";

/** Days since the procedure, or the pathway's start, against the guideline's typical earliest day. */
export function TimeRow({
  evidence: { time, procedure },
  isPast = false,
  sources,
}: RowProps & { sources: SourceTitles }) {
  const t = useTranslations("clearances.evidence");
  const { day, typical } = time;
  const dated = typical?.day ?? null;
  return (
    <EvidenceRow
      end={typical && typical.sources.length > 0 ? <Sources ids={typical.sources} sources={sources} /> : null}
      main={
        <>
          <strong className="font-semibold">
            <Finding day={day} typical={typical} />
          </strong>
          {dated === null ? null : <div className="text-ink-3">{t("suggestion", { day: dated })}</div>}
          {procedure.pathwayStart === null ? null : <div className="text-ink-3">{t("fromPathway")}</div>}
          {typical?.basis === "background, unverified" ? <UnverifiedMark /> : null}
        </>
      }
      second={dated === null ? null : <TimeBar day={day} isPast={isPast} typical={dated} />}
      term={t("time")}
    />
  );
}

function Finding({ day, typical }: { day: number; typical: Evidence["time"]["typical"] }) {
  const t = useTranslations("clearances.evidence");
  if (typical === null) return t("noTypical", { day });
  if (typical.isAvoided) return t("avoid", { day });
  if (typical.day === null) return t("individual", { day });
  return day < typical.day ? t("early", { day, n: typical.day - day }) : t("past", { day, n: day - typical.day });
}

function TimeBar({ day, typical, isPast }: { day: number; typical: number; isPast: boolean }) {
  const t = useTranslations("clearances.evidence");
  const span = Math.max(day, typical, 7) * 1.4;
  const x = (at: number) => 6 + (228 * Math.min(Math.max(at, 0), span)) / span;
  const [now, usual] = [x(day), x(typical)];
  const place = (at: number) => (at < 60 ? "start" : at > 180 ? "end" : "middle");
  return (
    <svg aria-label={t("barLabel", { day, typical })} className="w-full max-w-90" role="img" viewBox="0 0 240 52">
      <path className="stroke-line-2" d="M4 26H236" strokeLinecap="round" strokeWidth="6" />
      <path className="stroke-accent" d={`M4 26H${now.toFixed(1)}`} strokeLinecap="round" strokeWidth="6" />
      <path className="stroke-ink" d={`M${usual.toFixed(1)} 16v20`} strokeWidth="2" />
      <circle className="fill-accent stroke-surface" cx={now.toFixed(1)} cy="26" r="6" strokeWidth="2" />
      <g className="fill-ink-2 text-12">
        <text textAnchor={place(usual)} x={usual.toFixed(1)} y="49">
          {t("typicalMark", { day: typical })}
        </text>
        <text className="font-semibold" textAnchor={place(now)} x={now.toFixed(1)} y="11">
          {t(isPast ? "thenMark" : "todayMark", { day })}
        </text>
      </g>
    </svg>
  );
}

function Sources({ ids, sources }: { ids: readonly string[]; sources: SourceTitles }) {
  const t = useTranslations("clearances.evidence");
  return (
    <Disclosure summary={t("sources", { count: ids.length })}>
      <ul className="grid gap-1 text-start">
        {ids.map((id) => {
          const source = sources[id];
          return (
            <li className="break-words" key={id}>
              {source?.href === undefined ? (
                (source?.title ?? id)
              ) : (
                <a className="link-alone" href={source.href} rel="noreferrer">
                  {source.title}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
