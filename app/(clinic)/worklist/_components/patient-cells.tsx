import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DayCells } from "@/components/clinical/day-cells";
import { Sparkline } from "@/components/clinical/sparkline";
import { PhaseCell } from "@/components/clinical/staircase";
import { type WorklistFlag, WorklistFlags } from "@/components/clinical/worklist-flags";
import { AppLink } from "@/components/ui/app-link";
import { daysBetween } from "@/lib/clinical/days";
import type { Day } from "@/lib/dates";
import type { WorklistRow } from "@/lib/records/worklist/load-worklist";
import { levelsInWords } from "../../_components/procedure-words";

const cell = "px-2 py-1.25 max-md:px-3 max-md:py-0.5 min-[85rem]:px-2.5";
const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const wide = "max-md:col-span-2";

/** The cells of one patient but the last: who, what was treated, when, phase, pain, done, flags. */
export function PatientCells({ row, today }: { row: WorklistRow; today: Day }) {
  const t = useTranslations("worklist");
  const record = useTranslations("patientRecord");
  const banner = useTranslations("status.banner");
  const locale = useLocale();
  const { episode, phase, week } = row;
  return (
    <>
      <th className={`${cell} text-start font-normal max-md:col-start-1`} scope="row">
        <AppLink
          className="font-semibold hover:underline focus-visible:underline"
          data-row-name
          href={`/patients/${row.id}/overview`}
        >
          {row.name}
        </AppLink>
        <div className="text-12 text-ink-3">
          {row.ageYears} · <span className="whitespace-nowrap">{row.mrn}</span>
          {row.locale === locale ? null : ` · ${banner(`languages.${row.locale}`)}`}
        </div>
      </th>
      <td className={`${cell} ${wide} max-md:row-start-3`}>
        {episode === null ? (
          <span className="text-ink-3">{t("noEpisode")}</span>
        ) : (
          <>
            <div>
              {record(`procedure.${episode.procedureType}`, { region: episode.region })}{" "}
              <span className="whitespace-nowrap">{levelsInWords(episode.levels)}</span>
            </div>
            <div className="text-12 text-ink-3 max-[68rem]:hidden">
              {episode.technique} · {episode.surgeonName}
            </div>
          </>
        )}
      </td>
      <td className={`${cell} whitespace-nowrap max-[85rem]:hidden`}>
        {row.day === null ? null : <Since day={row.day} isPathway={row.episode?.pathwayStart != null} />}
      </td>
      <td className={`${cell} ${wide} max-md:row-start-4`}>
        {phase === null ? (
          <span className="text-ink-3">{t(row.isCompleted ? "programCompleted" : "noProgram")}</span>
        ) : (
          <PhaseCell count={phase.count} current={phase.current} isHeld={row.flags.onHold} name={phase.name[locale]} />
        )}
      </td>
      <td className={`${cell} max-md:hidden`}>
        <Pain row={row} today={today} />
      </td>
      <td className={`${cell} max-[68rem]:hidden`}>
        {week === null ? null : (
          <>
            <DayCells days={week.days} />
            <Share percent={week.percent} />
          </>
        )}
      </td>
      <td className={`${cell} ${wide} max-md:row-start-2`}>
        <WorklistFlags flags={flagsOf(row, locale)} />
      </td>
    </>
  );
}

function Since({ day, isPathway }: { day: number; isPathway: boolean }) {
  const t = useTranslations("worklist");
  if (day < 0) return <>{t("before", { days: -day })}</>;
  return (
    <>
      <div>{t("weeksDays", { weeks: Math.floor(day / 7), days: day % 7 })}</div>
      <div className="text-12 text-ink-3">{isPathway ? t("dayOfPathway", { day }) : t("day", { day })}</div>
    </>
  );
}

function Share({ percent }: { percent: number | null }) {
  const format = useFormatter();
  return (
    <div className="mt-0.5 text-12 text-ink-3">{percent === null ? "–" : format.number(percent / 100, "share")}</div>
  );
}

/** Sparkline, the last answer, and how the mean of the week changed; an old last answer says its age instead. */
function Pain({ row: { pain, flags }, today }: { row: WorklistRow; today: Day }) {
  const t = useTranslations("worklist");
  const format = useFormatter();
  const { last, change, values } = pain;
  if (last === null) return <span className="text-ink-3">{t("noPain")}</span>;
  const age = daysBetween(last.on, today);
  return (
    <div className="flex items-center gap-2">
      <Sparkline values={values} />
      <div>
        <div className="font-semibold text-pain">{last.value}</div>
        {age > 2 ? (
          <div className="text-12 whitespace-nowrap text-ink-3">{t("daysAgo", { days: age })}</div>
        ) : change === null ? null : (
          <div
            className={`text-12 whitespace-nowrap ${flags.painRising ? "tone-warn font-semibold text-(--tone-ink)" : "text-ink-3"}`}
          >
            <span aria-hidden="true">{change > 0.04 ? "▲" : change < -0.04 ? "▼" : "="}</span>{" "}
            {format.number(Math.abs(change), oneDecimal)}
            <span className="sr-only"> {t(change > 0 ? "changeUp" : "changeDown")}</span>
          </div>
        )}
      </div>
    </div>
  );
}

function flagsOf({ flags }: WorklistRow, locale: "en" | "es"): WorklistFlag[] {
  return [
    ...(flags.redFlag ? [{ kind: "red-flag" as const }] : []),
    ...(flags.unreadReport ? [{ kind: "unread-report" as const }] : []),
    ...(flags.suspended ? [{ kind: "suspended" as const }] : []),
    ...(flags.onHold && !flags.suspended ? [{ kind: "on-hold" as const }] : []),
    ...(flags.painRising ? [{ kind: "pain-rising" as const }] : []),
    ...(flags.missed === null ? [] : [{ kind: "missed" as const, days: flags.missed }]),
    ...(flags.silent === null ? [] : [{ kind: "silent" as const, days: flags.silent }]),
    ...(flags.clearanceWaiting === null
      ? []
      : [{ kind: "clearance-waiting" as const, activity: flags.clearanceWaiting[locale] }]),
    ...(flags.ready === null ? [] : [{ kind: "ready" as const, phase: flags.ready }]),
  ];
}
