import { useFormatter, useLocale, useTranslations } from "next-intl";
import { shortDecimal } from "@/lib/i18n/decimals";
import { regionWords, restrictionWords } from "@/lib/clinical/words";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { EvidenceRow, type RowProps } from "./evidence-row";
import { titled } from "./words";

/** The surgeon's restrictions, with their ends, and what else is cleared. */
export function InForceRow({ evidence: { inForce }, timeZone }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const { restrictions, clearances } = inForce;
  const last = restrictions.at(-1);
  return (
    <EvidenceRow
      end={
        last
          ? t("orderedBy", { name: last.by, date: format.dateTime(new Date(last.since), "day", { timeZone }) })
          : null
      }
      main={
        restrictions.length === 0 ? (
          t("noRestriction")
        ) : (
          <ul>
            {restrictions.map((restriction, index) => (
              <li key={`${restriction.kind}-${index}`}>
                <RestrictionWords restriction={restriction} />
              </li>
            ))}
          </ul>
        )
      }
      second={
        clearances.length === 0 ? (
          <span className="text-ink-3">{t("noCleared")}</span>
        ) : (
          <>
            {t("cleared")}{" "}
            {clearances
              .map(({ name, maxMinutes, maxKg }) =>
                [
                  name[locale],
                  maxMinutes === null ? null : t("minutes", { n: maxMinutes }),
                  maxKg === null ? null : t("kilos", { n: shortDecimal(maxKg) }),
                ]
                  .filter((part) => part !== null)
                  .join(" "),
              )
              .join(", ")}
          </>
        )
      }
      term={t("inForce")}
    />
  );
}

function RestrictionWords({ restriction }: { restriction: Evidence["inForce"]["restrictions"][number] }) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const { kind, region, kg, minutes, untilDate, untilPhase, untilClearance } = restriction;
  const words = [
    titled(restrictionWords[kind][locale]),
    region === null ? null : `(${regionWords[region][locale]})`,
    kg === null ? null : t("kilos", { n: shortDecimal(kg) }),
    minutes === null ? null : t("minutes", { n: minutes }),
  ];
  const end =
    untilDate !== null
      ? t("until", { date: format.dateTime(new Date(untilDate), "day") })
      : untilPhase !== null
        ? t("untilPhase", { n: untilPhase })
        : untilClearance !== null
          ? t("untilCleared")
          : null;
  return (
    <>
      {words.filter((word) => word !== null).join(" ")}{" "}
      {end === null ? null : <span className="text-ink-3">{end}</span>}
    </>
  );
}
