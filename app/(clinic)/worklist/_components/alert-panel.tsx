import { useLocale, useTranslations } from "next-intl";
import { toneClass } from "@/components/clinical/shape";
import type { Day } from "@/lib/dates";
import type { WorklistRow } from "@/lib/records/worklist/load-worklist";
import { AlertActions } from "../../_components/alert-actions";
import { AlertReport } from "../../_components/alert-report";

/** The alerts of one patient, opened in the list: what was reported, what the rules have done, what can be done. */
export function AlertPanel({ row, today, timeZone }: { row: WorklistRow; today: Day; timeZone: string }) {
  return (
    <div className="grid gap-2">
      {row.alerts.map((alert) => {
        const isRed = alert.level === "EMERGENCY" || alert.level === "SAME_DAY_SURGEON";
        return (
          <div
            className={`grid gap-4 rounded-10 border border-(--tone-line) bg-surface p-3.5 lg:grid-cols-[1.1fr_1fr_1.1fr] lg:divide-x lg:divide-line lg:[&>*+*]:ps-4 ${toneClass(isRed ? "stop" : "warn")}`}
            key={alert.id}
          >
            <AlertReport alert={alert} timeZone={timeZone} today={today} />
            <DoneByRules ownerName={alert.ownerName} row={row} />
            <AlertActions alert={alert} patientName={row.name} phone={row.phone} timeZone={timeZone} />
          </div>
        );
      })}
    </div>
  );
}

function DoneByRules({ row, ownerName }: { row: WorklistRow; ownerName: string | null }) {
  const t = useTranslations("patientRecord.done");
  const locale = useLocale();
  const { flags, underReview, easyActivityAllowed } = row;
  const names = underReview.map((name) => name[locale]).join(", ");
  return (
    <div className="min-w-0">
      <h3 className="text-12 text-ink-3">{t("title")}</h3>
      <ul className="mt-1 grid gap-0.5 text-ink-2 [&>li:first-child]:font-medium [&>li:first-child]:text-ink">
        {flags.suspended ? <li>{t("suspended")}</li> : null}
        {flags.onHold && !flags.suspended ? <li>{t(easyActivityAllowed === true ? "heldEasy" : "held")}</li> : null}
        {flags.onHold ? null : <li>{t("nothing")}</li>}
        {underReview.length === 0 ? null : <li>{t("underReview", { count: underReview.length, names })}</li>}
        {ownerName === null ? null : <li>{t("told", { name: ownerName })}</li>}
      </ul>
    </div>
  );
}
