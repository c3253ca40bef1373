import { useFormatter, useLocale, useTranslations } from "next-intl";
import { conditionWords } from "@/lib/clinical/words";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { EvidenceRow, type RowProps } from "./evidence-row";
import { Fact } from "./fact";
import { HealingFacts } from "./healing-facts";

/** Wound and imaging, red flags since the procedure, check-ins of four weeks, holds, adherence, what is recorded, and what to check. */
export function ConditionsRow({ evidence, timeZone }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const { conditions, procedure, triage, healing } = evidence;
  const list = (words: readonly string[]) => format.list(words, { type: "conjunction" });
  const { redFlags, holds, recorded, toCheck, adherencePercent } = conditions;
  const since = (at: string) => format.dateTime(new Date(at), "day", { timeZone });
  return (
    <EvidenceRow
      end={null}
      main={
        <ul className="grid gap-1">
          <HealingFacts asksImaging={procedure.type === "fusion"} healing={healing} />
          {redFlags.last === null ? (
            <Fact shape="met">{t("noRedFlag")}</Fact>
          ) : (
            <Fact shape="same-day">
              {t("redFlags", { count: redFlags.count, date: format.dateTime(new Date(redFlags.last), "day") })}
            </Fact>
          )}
        </ul>
      }
      second={
        <ul className="grid gap-1">
          {triage === undefined ? null : <TriageHistory triage={triage} />}
          {holds.length === 0 ? <Fact shape="met">{t("noHold")}</Fact> : null}
          {holds.map((hold) => (
            <Fact key={hold.cause} shape="hold">
              {t(hold.surgeonOnly ? "suspended" : "hold", { date: since(hold.since) })}
            </Fact>
          ))}
          <Fact shape={adherencePercent === null ? "unknown" : "met"}>
            {adherencePercent === null ? t("noAdherence") : t("adherence", { percent: adherencePercent })}
          </Fact>
          <li>
            {recorded.length === 0
              ? t("noRecorded")
              : t("recorded", { list: list(recorded.map((condition) => conditionWords[condition][locale])) })}
          </li>
          {toCheck.length === 0 ? null : (
            <li className="text-ink-3">{t("toCheck", { list: list(toCheck.map((words) => words[locale])) })}</li>
          )}
        </ul>
      }
      term={t("conditions")}
    />
  );
}

/** Check-ins of 28 days that asked for more than going on. */
function TriageHistory({ triage: { all, counts, last } }: { triage: NonNullable<Evidence["triage"]> }) {
  const t = useTranslations("clearances.evidence");
  const level = useTranslations("status.triage");
  const format = useFormatter();
  if (all === 0) return <Fact shape="unknown">{t("noCheckIns")}</Fact>;
  if (last === null) return <Fact shape="met">{t("quietCheckIns", { count: all })}</Fact>;
  return (
    <Fact shape={last.level === "REDUCE_DOSE" ? "reduce" : "caution"}>
      {t("checkIns", {
        count: all,
        list: format.list(counts.map((one) => t("levelCount", { level: level(one.level), count: one.count }))),
        level: level(last.level),
        date: format.dateTime(new Date(last.on), "day"),
      })}
    </Fact>
  );
}
