import { useFormatter, useTranslations } from "next-intl";
import { AlertAge } from "@/components/clinical/alert-clock";
import { Avatar } from "@/components/ui/small-parts";
import { dayIn } from "@/lib/dates";
import type { OpenAlert } from "@/lib/records/alerts/queries";
import { durationInWords } from "../../_components/durations";
import { initialsOf } from "../../_components/initials";

/** How long the oldest open alert waits, when an answer is due, and who has it. */
export function AlertAgeCell({ alerts, now, timeZone }: { alerts: readonly OpenAlert[]; now: Date; timeZone: string }) {
  const t = useTranslations("worklist");
  const record = useTranslations("patientRecord");
  const format = useFormatter();
  const [alert] = alerts;
  if (!alert) return <span className="text-ink-3 max-md:hidden">{t("noAlert")}</span>;
  const opened = new Date(alert.openedAt).getTime();
  const due = alert.dueAt === null ? null : new Date(alert.dueAt).getTime();
  const waited = now.getTime() - opened;
  const isOverdue = due !== null && now.getTime() >= due;
  const isDueToday = due !== null && dayIn(timeZone, new Date(due)) === dayIn(timeZone, now);
  const dueWords = due === null ? undefined : format.dateTime(due, isDueToday ? "time" : "dayTime", { timeZone });
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <AlertAge
          age={durationInWords(waited, record)}
          due={dueWords}
          isRedFlag={alert.level === "EMERGENCY" || alert.level === "SAME_DAY_SURGEON"}
          overdueBy={isOverdue ? durationInWords(now.getTime() - due, record) : undefined}
          usedShare={due === null ? 0 : waited / Math.max(due - opened, 1)}
        />
      </div>
      {alert.ownerName === null ? null : <Avatar initials={initialsOf(alert.ownerName)} name={alert.ownerName} />}
    </div>
  );
}
