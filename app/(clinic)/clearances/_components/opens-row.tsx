import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { Shape } from "@/components/clinical/shape";
import { clearanceWords } from "@/lib/clinical/words";
import { EvidenceRow, type RowProps } from "./evidence-row";

/** The signed lines and phases that wait for this key, with their dosage. */
export function OpensRow({ evidence: { opens, subject } }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const { lines, phases } = opens;
  return (
    <EvidenceRow
      end={null}
      main={
        lines.length === 0 && phases.length === 0 ? (
          <span className="text-ink-2">{t("opensNothing")}</span>
        ) : (
          <ul className="grid gap-1.5">
            {phases.map(({ n, name }) => (
              <li className="flex items-start gap-1.75 font-semibold" key={n}>
                <span className="mt-0.5 flex-none">
                  <Shape name="needs-clearance" size={13} />
                </span>
                {t("opensPhase", { n, name: name[locale] })}
              </li>
            ))}
            {lines.map((line) => (
              <li key={`${line.phase}-${line.code}`}>
                <strong className="font-semibold">{line.name[locale]}</strong>, <DosageLine dosage={line} />
                <div className="text-ink-3">
                  {t("lineWaits", { phase: line.phase, date: format.dateTime(new Date(line.opensOn), "day") })}
                  {line.alsoNeeds.length === 0
                    ? null
                    : `; ${t("alsoNeeds", { keys: line.alsoNeeds.map((key) => clearanceWords[key][locale]).join(", ") })}`}
                </div>
              </li>
            ))}
          </ul>
        )
      }
      second={
        subject.opensKeys.length === 0 ? null : (
          <span className="text-ink-3">{subject.opensKeys.map((key) => clearanceWords[key][locale]).join(", ")}</span>
        )
      }
      term={t("opens")}
    />
  );
}
