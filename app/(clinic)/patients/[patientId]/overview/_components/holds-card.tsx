import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import type { Overview } from "@/lib/records/patients/load-overview";
import { causeInWords } from "../../_components/banner-words";
import { LiftHold } from "./lift-hold";

/** The holds that are open, each with what it leaves open and who may lift it. */
export function HoldsCard({
  holds,
  isSurgeon,
  patientName,
}: {
  holds: Overview["holds"];
  isSurgeon: boolean;
  patientName: string;
}) {
  const record = useTranslations("patientRecord");
  const t = useTranslations("patientRecord.holds");
  const format = useFormatter();
  const locale = useLocale();
  const open = holds.filter(({ until }) => until === null);
  if (open.length === 0) return null;
  return (
    <Card className="tone-warn border-(--tone-line)!" title={t("title")}>
      <ul className="divide-y divide-line">
        {open.map((hold) => (
          <li className="grid gap-2 py-3 first:pt-0 last:pb-0" key={hold.id}>
            <div className="flex items-start gap-2">
              <Shape className="mt-0.5" name="hold" />
              <div>
                <p className="font-semibold">{hold.ruleName?.[locale] ?? causeInWords(hold.cause, record)}</p>
                <p className="text-ink-2">
                  {t(hold.surgeonOnly ? "suspended" : "held", { date: format.dateTime(new Date(hold.from), "day") })}{" "}
                  {hold.placedBy === null ? t("byRule") : t("by", { name: hold.placedBy })}{" "}
                  {hold.easyActivityAllowed ? t("easyStays") : t("nothingStays")}
                </p>
              </div>
            </div>
            {hold.surgeonOnly && !isSurgeon ? (
              <p className="text-12 text-ink-3">{t("surgeonLifts")}</p>
            ) : (
              <LiftHold holdId={hold.id} patientName={patientName} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
