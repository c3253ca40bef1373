import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import type { Text } from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import { causeInWords } from "./banner-words";

export type OpenHold = {
  id: string;
  cause: string;
  ruleName: Text | null;
  /** What the clinician wrote who placed it. */
  words: string | null;
  on: Day;
  /** Null: a rule placed it. */
  by: string | null;
  surgeonOnly: boolean;
  easyActivityAllowed: boolean;
};

/** The holds that are open, each with what it leaves open, and how or by whom it is lifted. */
export function HoldsCard({
  holds,
  isSurgeon,
  lift,
}: {
  holds: readonly OpenHold[];
  isSurgeon: boolean;
  lift: (hold: OpenHold) => ReactNode;
}) {
  const record = useTranslations("patientRecord");
  const t = useTranslations("patientRecord.holds");
  const format = useFormatter();
  const locale = useLocale();
  if (holds.length === 0) return null;
  return (
    <Card className="tone-warn border-(--tone-line)!" title={t("title")}>
      <ul className="divide-y divide-line">
        {holds.map((hold) => (
          <li className="grid gap-2 py-3 first:pt-0 last:pb-0" key={hold.id}>
            <div className="flex items-start gap-2">
              <Shape className="mt-0.5" name="hold" />
              <div className="min-w-0">
                <p className="font-semibold">{hold.ruleName?.[locale] ?? causeInWords(hold.cause, record)}</p>
                {hold.words === null ? null : <p className="break-words">“{hold.words}”</p>}
                <p className="text-ink-2">
                  {t(hold.surgeonOnly ? "suspended" : "held", { date: format.dateTime(new Date(hold.on), "day") })}{" "}
                  {hold.by === null ? t("byRule") : t("by", { name: hold.by })}{" "}
                  {hold.easyActivityAllowed ? t("easyStays") : t("nothingStays")}
                </p>
              </div>
            </div>
            {hold.surgeonOnly && !isSurgeon ? <p className="text-12 text-ink-3">{t("surgeonLifts")}</p> : lift(hold)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
