import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { addDays } from "@/lib/dates";
import type { ClearanceNews } from "@/lib/records/alerts/clearance-news";

type Told = { patientId: string; timeZone: string };

/** What an alert tells about clearances: what was decided since it opened, or what ends within a week; each with its way on. */
export function AlertClearances({ news: { decided, ending }, ...told }: Told & { news: ClearanceNews }) {
  if (decided !== null && decided.length > 0) return <Decided decided={decided} {...told} />;
  if (ending !== null && ending.length > 0) return <Ending ending={ending} {...told} />;
  return null;
}

function Decided({ decided, patientId, timeZone }: Told & { decided: NonNullable<ClearanceNews["decided"]> }) {
  const t = useTranslations("patientRecord.alert.clearances");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <ul className="mt-1.5 grid gap-2">
      {decided.map(({ clearanceId, decisionId, subjectId, name, outcome, at, by, reason, isToAnswer }) => (
        <li key={decisionId ?? clearanceId}>
          <span className="flex flex-wrap items-center gap-x-2">
            <strong className="font-semibold first-letter:uppercase">{name[locale]}</strong>
            <ClearanceBadge size={14} state={outcome} />
          </span>
          {at === null || by === null ? null : (
            <span className="block text-12 text-ink-3">
              {t("by", { name: by, when: format.dateTime(new Date(at), "dayTime", { timeZone }) })}
            </span>
          )}
          {reason === null ? null : <span className="block text-ink-2">“{reason}”</span>}
          {isToAnswer ? (
            <AppLink className="link-alone" href={`/patients/${patientId}/clearances#ask-${subjectId}`}>
              {t("answer")}
            </AppLink>
          ) : decisionId === null ? null : (
            <AppLink className="link-alone" href={`/patients/${patientId}/clearances/${decisionId}`}>
              {t("evidence")}
            </AppLink>
          )}
        </li>
      ))}
    </ul>
  );
}

function Ending({ ending, patientId }: Told & { ending: NonNullable<ClearanceNews["ending"]> }) {
  const t = useTranslations("patientRecord.alert.clearances");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <ul className="mt-1.5 grid gap-2">
      {ending.map(({ clearanceId, subjectId, name, state, on, isReview }) => {
        const date = format.dateTime(new Date(on), "day");
        const isLive = state === "granted" || state === "limited";
        return (
          <li key={`${clearanceId}-${on}`}>
            <strong className="block font-semibold first-letter:uppercase">{name[locale]}</strong>
            <span className="block text-ink-2">{t(isReview ? "review" : "ends", { date })}</span>
            {isLive ? null : <ClearanceBadge size={14} state={state} />}
            {isReview ? null : isLive ? (
              <span className="block text-ink-3">
                {t("askFrom", { date: format.dateTime(new Date(addDays(on, 1)), "day") })}
              </span>
            ) : state === "expired" ? (
              <AppLink className="link-alone" href={`/patients/${patientId}/clearances#ask-${subjectId}`}>
                {t("askAgain")}
              </AppLink>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
