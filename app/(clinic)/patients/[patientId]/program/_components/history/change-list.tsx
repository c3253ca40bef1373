import { useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import type { Text } from "@/lib/clinical/facts";
import type { LineChange } from "@/lib/draft/compare-lines";
import { ChangeMark, kindOf } from "./change-mark";
import { useDifferences } from "./line-difference";

/** Changes one below the other, each with what was and what is. */
export function ChangeList({
  changes,
  names,
}: {
  changes: readonly LineChange[];
  names: Readonly<Record<string, Text>>;
}) {
  const t = useTranslations("program.changes");
  const locale = useLocale();
  if (changes.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => {
        const line = change.kind === "removed" ? change.before : change.after;
        return (
          <li
            className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[6.5rem_minmax(0,1fr)]"
            key={`${change.kind} ${line.id}`}
          >
            <ChangeMark kind={kindOf(change)} />
            <div className="min-w-0">
              <p>
                <span className="font-semibold">{names[line.exercise]?.[locale] ?? line.exercise}</span>{" "}
                <span className="text-12 text-ink-3">{t("inPhase", { n: line.phase })}</span>
              </p>
              {change.kind === "both" ? (
                <Differences change={change} />
              ) : (
                <p className="text-ink-2">
                  <DosageLine dosage={line.dosage} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** "Dose 20 min, was 15 min". */
export function Differences({ change }: { change: Extract<LineChange, { kind: "both" }> }) {
  const t = useTranslations("program.changes");
  const differences = useDifferences()(change.keys, change.before, change.after);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {differences.map(({ key, now, was }) => (
        <li key={key}>
          <span className="text-ink-3">{t(`keys.${key}`)}</span>{" "}
          <span className="font-semibold">{now ?? t("empty")}</span>{" "}
          <span className="text-ink-2">{t("was", { value: was ?? t("empty") })}</span>
        </li>
      ))}
    </ul>
  );
}
