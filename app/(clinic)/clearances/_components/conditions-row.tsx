import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/clinical/shape";
import type { ShapeName } from "@/components/clinical/shape-drawings";
import { conditionWords } from "@/lib/clinical/words";
import { EvidenceRow, type RowProps } from "./evidence-row";

/** Red flags since the procedure, holds, adherence, what is recorded, and what the guideline wants checked. */
export function ConditionsRow({ evidence: { conditions }, timeZone }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const list = (words: readonly string[]) => format.list(words, { type: "conjunction" });
  const { redFlags, holds, recorded, toCheck, adherencePercent } = conditions;
  const since = (at: string) => format.dateTime(new Date(at), "day", { timeZone });
  return (
    <EvidenceRow
      end={null}
      main={
        <ul className="grid gap-1">
          {redFlags.last === null ? (
            <Fact shape="met">{t("noRedFlag")}</Fact>
          ) : (
            <Fact shape="same-day">
              {t("redFlags", { count: redFlags.count, date: format.dateTime(new Date(redFlags.last), "day") })}
            </Fact>
          )}
          {holds.length === 0 ? <Fact shape="met">{t("noHold")}</Fact> : null}
          {holds.map((hold) => (
            <Fact key={hold.cause} shape="hold">
              {t(hold.surgeonOnly ? "suspended" : "hold", { date: since(hold.since) })}
            </Fact>
          ))}
          <Fact shape={adherencePercent === null ? "unknown" : "met"}>
            {adherencePercent === null ? t("noAdherence") : t("adherence", { percent: adherencePercent })}
          </Fact>
        </ul>
      }
      second={
        <ul className="grid gap-1">
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

function Fact({ shape, children }: { shape: ShapeName; children: ReactNode }) {
  return (
    <li className="flex items-start gap-1.75">
      <span className="mt-0.5 flex-none">
        <Shape name={shape} size={13} {...(shape === "met" ? { tone: "ok" as const } : {})} />
      </span>
      {children}
    </li>
  );
}
