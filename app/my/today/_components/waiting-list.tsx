import { useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { writtenDate } from "@/lib/i18n/written-date";
import type { Today } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";

/** What somebody has still to decide: the clearance by name and who decides, never the exercises behind it. */
export function WaitingList({ waiting, today }: { waiting: Today["waiting"]; today: string }) {
  const t = useTranslations("patient.today");
  const keys = useTranslations("patient.allowed.keys");
  const words = useText();
  const locale = useLocale();
  if (waiting.length === 0) return null;
  return (
    <Card isFlush title={t("waiting")}>
      <ul>
        {waiting.map(({ key, name, decider, lookedAtOn, isAgain }) => {
          const named = key === null ? words(name) : keys(key);
          return (
            <li className="flex items-start gap-3 border-t border-line px-4 py-2.5" key={named}>
              <Shape className="mt-0.5" name={isAgain ? "under-review" : "requested"} size={22} />
              <div className="min-w-0">
                <p className="font-semibold">{named}</p>
                <p className="text-16 text-ink-2">
                  {t(isAgain ? "waitsAgain" : "waits", { name: decider })}{" "}
                  {lookedAtOn === null || lookedAtOn < today
                    ? null
                    : t("looksOn", { date: writtenDate(locale, lookedAtOn, "dayMonthWords") })}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
