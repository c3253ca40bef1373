import { useLocale, useTranslations } from "next-intl";
import { writtenDate } from "@/lib/i18n/written-date";
import type { Today } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";
import { DayPart } from "./day-part";

/** What somebody has still to decide: the clearance by name and who decides, never the exercises behind it. */
export function WaitingList({ waiting, today }: { waiting: Today["waiting"]; today: string }) {
  const t = useTranslations("patient.today");
  const keys = useTranslations("patient.allowed.keys");
  const words = useText();
  const locale = useLocale();
  if (waiting.length === 0) return null;
  const rows = waiting.map(({ key, name, decider, lookedAtOn, isAgain }) => {
    const waits = t(isAgain ? "waitsAgain" : "waits", { name: decider });
    const isAhead = lookedAtOn !== null && lookedAtOn >= today;
    const looks = isAhead ? ` ${t("looksOn", { date: writtenDate(locale, lookedAtOn, "dayMonthWords") })}` : "";
    return { name: key === null ? words(name) : keys(key), words: waits + looks, isAgain };
  });
  return <DayPart is="waiting" rows={rows} title={t("waiting")} />;
}
