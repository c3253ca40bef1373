import { useTranslations } from "next-intl";
import { toneClass } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import type { Overview } from "@/lib/records/patients/load-overview";
import { AlertActions } from "../../../../_components/alert-actions";
import { AlertReport } from "../../../../_components/alert-report";

/** The alerts that nobody has closed yet; nothing at all where there are none. */
export function AlertsCard({ overview, timeZone }: { overview: Overview; timeZone: string }) {
  const t = useTranslations("patientRecord.overview");
  const { alerts } = overview;
  if (alerts.length === 0) return null;
  const isRed = alerts.some(({ level }) => level === "EMERGENCY" || level === "SAME_DAY_SURGEON");
  return (
    <Card
      className={`${toneClass(isRed ? "stop" : "warn")} border-(--tone-line)!`}
      title={t("alerts", { count: alerts.length })}
    >
      <ul className="divide-y divide-line">
        {alerts.map((alert) => (
          <li className="grid gap-3 py-3 first:pt-0 last:pb-0 lg:grid-cols-2" key={alert.id}>
            <AlertReport alert={alert} timeZone={timeZone} today={overview.today} />
            <AlertActions alert={alert} patientName={overview.name} phone={overview.phone} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
