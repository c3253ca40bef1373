import { useLocale, useTranslations } from "next-intl";
import { DosageWords } from "@/components/clinical/dosage-words";
import { FigureStill } from "@/components/figure/figure-still";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { weekdayOf } from "@/lib/clinical/weekdays";
import { weekdayName } from "@/lib/i18n/weekdays";
import type { LineOfAnotherDay } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";

/** Exercises of other days of the week, the next one first: to read, not to do. */
export function NotTodayList({ lines }: { lines: readonly LineOfAnotherDay[] }) {
  const t = useTranslations("patient.today");
  const locale = useLocale();
  const words = useText();
  if (lines.length === 0) return null;
  return (
    <Card isFlush title={t("notToday")}>
      <p className="px-4 pb-2 text-16 text-ink-2">{t("notTodayBody")}</p>
      <ul>
        {lines.map(({ id, texts, figure, dosage, nextOn }) => (
          <li className="border-t border-line" key={id}>
            <AppLink
              className="flex min-h-13 items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-inset"
              href={`/my/today/exercise/${id}`}
            >
              <span className="w-18 flex-none not-has-[.figure]:w-auto">
                <FigureStill figure={figure} side={dosage.side} />
                <Icon className="shrink-0 text-ink-3 [.figure+&]:hidden" name="clock" size={22} />
              </span>
              <span className="grid min-w-0 flex-1">
                <span className="font-semibold">{words(texts.name)}</span>
                <span className="text-16 text-ink-2">
                  <DosageWords dosage={dosage} />
                </span>
                <span className="text-16 font-medium">
                  {t("nextOn", { day: weekdayName(locale, weekdayOf(nextOn)) })}
                </span>
              </span>
              <Icon name="right" size={18} />
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
