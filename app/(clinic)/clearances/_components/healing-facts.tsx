import { useFormatter, useTranslations } from "next-intl";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { Fact } from "./fact";

/** Wound and imaging: who saw what on which day, and what the patient reports; what nobody has recorded is named. */
export function HealingFacts({ healing, asksImaging }: { healing: Evidence["healing"]; asksImaging: boolean }) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  if (healing === undefined) return null;
  const { wound, woundReport, imaging } = healing;
  const date = (day: string) => format.dateTime(new Date(day), "day");
  return (
    <>
      {wound === null ? (
        <Fact shape="unknown">{t("woundUnknown")}</Fact>
      ) : (
        <Fact note={wound.note} shape={wound.isClosed ? "met" : "unmet"}>
          {t(wound.isClosed ? "woundClosed" : "woundOpen", { name: wound.by, date: date(wound.on) })}
        </Fact>
      )}
      {woundReport === null ? null : (
        <Fact shape={woundReport.isClosed ? "met" : "caution"}>
          {t(woundReport.isClosed ? "woundReportedClosed" : "woundReportedOther", { date: date(woundReport.on) })}
        </Fact>
      )}
      {imaging === null ? (
        asksImaging ? (
          <Fact shape="unknown">{t("imagingUnknown")}</Fact>
        ) : null
      ) : (
        <Fact note={imaging.note} shape={imaging.level === "NONE_REQUIRED" ? "unmet" : "met"}>
          {t(`imaging.${imaging.level}`)} {t("recordedBy", { name: imaging.by, date: date(imaging.on) })}
        </Fact>
      )}
    </>
  );
}
