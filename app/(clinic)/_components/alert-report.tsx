import { useFormatter, useLocale, useTranslations } from "next-intl";
import { TriageBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import type { Day } from "@/lib/dates";
import { dayIn } from "@/lib/dates";
import type { OpenAlert } from "@/lib/records/alerts/queries";
import { AlertClearances } from "./alert-clearances";
import { SourceIds } from "./source-ids";

/** What was recorded on the episode's page, which names the lines that it meets. */
const ofTheEpisode: ReadonlySet<string> = new Set(["protocol-added", "condition-recorded", "restriction-ordered"]);

/** What was reported: the check-in's time, level, rule, pain and warning signs. */
export function AlertReport({ alert, today, timeZone }: { alert: OpenAlert; today: Day; timeZone: string }) {
  const t = useTranslations("patientRecord");
  const format = useFormatter();
  const locale = useLocale();
  const { checkIn } = alert;
  const at = new Date(checkIn?.reportedAt ?? alert.openedAt);
  const isToday = dayIn(timeZone, at) === today;
  const when = isToday
    ? t("todayAt", { time: format.dateTime(at, "time", { timeZone }) })
    : format.dateTime(at, "dayTime", { timeZone });
  const fired = checkIn?.fired.find(({ rule }) => rule === alert.cause);
  return (
    <div className="min-w-0">
      <h3 className="text-12 text-ink-3">{t(checkIn ? "alert.checkIn" : "alert.opened", { when })}</h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-14">
        {alert.level === null ? null : <TriageBadge level={alert.level} />}
        <span className="font-semibold">{alert.ruleName?.[locale] ?? causeOf(alert.cause, t)}</span>
        {alert.isMine ? <span className="text-12 text-ink-3">{t("alert.yours")}</span> : null}
      </p>
      {alert.task ? (
        <>
          <p className="mt-0.5 text-ink-2">{alert.task.because[locale]}</p>
          <p className="mt-1.5 text-12 text-ink-3">
            <SourceIds ids={alert.task.source} />
          </p>
        </>
      ) : null}
      <AlertClearances news={alert.clearances} patientId={alert.patientId} timeZone={timeZone} />
      {ofTheEpisode.has(alert.cause) ? (
        <AppLink className="link-alone" href={`/patients/${alert.patientId}/episode`}>
          {t("alert.toEpisode")}
        </AppLink>
      ) : null}
      {alert.cause === "patient-asks" ? (
        <AppLink className="link-alone" href={`/patients/${alert.patientId}/clearances#questions`}>
          {t("alert.toQuestions")}
        </AppLink>
      ) : null}
      {checkIn ? (
        <>
          <ul className="mt-1 text-ink-2">
            {checkIn.symptoms.map(({ question, answer }) => (
              <li key={question.en}>
                {question[locale]}
                {answer === null ? null : <>: {answer[locale]}</>}
              </li>
            ))}
          </ul>
          <p className="mt-0.5 text-ink-2">{painInWords(checkIn, t)}</p>
        </>
      ) : null}
      {fired ? (
        <p className="mt-1.5 text-12 text-ink-3">
          {t("alert.rule", { rule: fired.rule })} · <SourceIds ids={fired.source} />
        </p>
      ) : null}
    </div>
  );
}

function causeOf(cause: string, t: ReturnType<typeof useTranslations<"patientRecord">>): string {
  if (cause === "protocol-added") return t("alert.protocolAdded");
  if (cause === "clearance-decided") return t("alert.clearanceDecided");
  if (cause === "clearance-ending") return t("alert.clearanceEnding");
  if (cause === "patient-asks") return t("alert.patientAsks");
  if (cause === "condition-recorded") return t("alert.conditionRecorded");
  if (cause === "restriction-ordered") return t("alert.restrictionOrdered");
  return cause === "unanswered" ? t("alert.unanswered") : cause;
}

/** "Pain 5 before, 6 at worst, 5 after, raised for 2 h." with only what was answered. */
function painInWords(
  { nprsBefore, nprsDuring, nprsAfter, hoursIncreased }: NonNullable<OpenAlert["checkIn"]>,
  t: ReturnType<typeof useTranslations<"patientRecord">>,
): string {
  const parts = [
    ...(nprsBefore === null ? [] : [t("pain.before", { value: nprsBefore })]),
    ...(nprsDuring === null ? [] : [t("pain.worst", { value: nprsDuring })]),
    ...(nprsAfter === null ? [] : [t("pain.after", { value: nprsAfter })]),
    ...(hoursIncreased === null || hoursIncreased === 0 ? [] : [t("pain.raised", { hours: hoursIncreased })]),
  ];
  return parts.length === 0 ? t("pain.none") : t("pain.sentence", { parts: parts.join(", ") });
}
