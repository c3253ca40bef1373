import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { clearanceWords } from "@/lib/clinical/words";
import type { LineExplanation } from "@/lib/records/programs/explain-line";

/** The clearances that the line and its phase need: who decided what when, with which limits, or that nobody has yet. */
export function ExplainClearances({
  line,
  patientId,
  timeZone,
}: {
  line: LineExplanation;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("program.explain");
  const locale = useLocale();
  const { needsKeys, clearances } = line;
  return (
    <Card title={t("clearances")}>
      {needsKeys.length === 0 ? <p>{t("noNeed")}</p> : null}
      <ul className="divide-y divide-line">
        {needsKeys.map((key) => {
          const found = clearances.filter(({ opens }) => opens.includes(key));
          return (
            <li className="grid gap-1 py-2" key={key}>
              <p className="font-semibold">{t("needs", { keys: clearanceWords[key][locale] })}</p>
              {found.length === 0 ? <p className="text-ink-2">{t("notAsked")}</p> : null}
              {found.map((clearance) => (
                <Decided clearance={clearance} key={clearance.id} timeZone={timeZone} />
              ))}
            </li>
          );
        })}
      </ul>
      <AppLink className="link-alone mt-1" href={`/patients/${patientId}/clearances`}>
        {t("clearancesLink")}
      </AppLink>
    </Card>
  );
}

function Decided({
  clearance: { state, texts, askedBy, askedAt, decision },
  timeZone,
}: {
  clearance: LineExplanation["clearances"][number];
  timeZone: string;
}) {
  const t = useTranslations("program.explain");
  const locale = useLocale();
  const format = useFormatter();
  const at = (instant: string) => format.dateTime(new Date(instant), "dayTime", { timeZone });
  const day = (date: string) => format.dateTime(new Date(date), "dayYear");
  const { fromDay, untilDay, maxMinutes, maxKg } = decision?.terms ?? {};
  const limits = [
    fromDay && t("from", { date: day(fromDay) }),
    untilDay && t("until", { date: day(untilDay) }),
    maxMinutes && t("minutes", { n: String(maxMinutes) }),
    maxKg && t("kilos", { n: String(maxKg) }),
  ].filter(Boolean);
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3">
        <ClearanceBadge state={state} />
        <span>{texts.name[locale]}</span>
      </p>
      <p className="text-ink-2">
        {decision === null
          ? t("asked", { name: askedBy, at: at(askedAt) })
          : [t("decided", { name: decision.by, at: at(decision.at) }), ...limits].join(" · ")}
      </p>
      {decision?.reason ? <p className="text-ink-2">{t("reason", { text: decision.reason })}</p> : null}
    </div>
  );
}
