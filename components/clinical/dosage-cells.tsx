import { useLocale, useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { shortDecimal } from "@/lib/i18n/decimals";
import { shortWeekdays } from "@/lib/i18n/weekdays";
import { applies } from "./dosage-parts";

export type DosageColumn = "dose" | "hold" | "perDay" | "perWeek" | "effort" | "load";
export type DosageCellState = "plain" | "changed" | "over" | "not-signable";

const dosageColumns: readonly DosageColumn[] = ["dose", "hold", "perDay", "perWeek", "effort"];

const looks: Record<DosageCellState, string> = {
  plain: "border-line bg-surface font-medium",
  changed: "border-accent bg-accent-tint font-title",
  over: "border-care-ink bg-care-tint font-medium",
  "not-signable": "border-stop-mark bg-surface font-medium text-stop-ink",
};

/** The words of a dosage's cells: "2 × 8", "20 min", "5 s", "≤ 4"; null where the value does not apply. */
export function useDosageWords() {
  const t = useTranslations("status.dosage");
  return (column: DosageColumn, dosage: Dosage): string | null => {
    const number = (value: number | null | undefined, words: (n: string) => string) =>
      applies(value) ? words(shortDecimal(value)) : null;
    switch (column) {
      case "dose":
        if (applies(dosage.durationMin)) return number(dosage.durationMin, (n) => t("minutes", { n }));
        if (applies(dosage.sets) && applies(dosage.reps)) return `${dosage.sets}\u00a0×\u00a0${dosage.reps}`;
        return number(dosage.reps ?? dosage.sets, (n) => n);
      case "hold":
        return number(dosage.holdSec, (n) => t("seconds", { n }));
      case "perDay":
        return number(dosage.perDay, (n) => n);
      case "perWeek":
        return number(dosage.perWeek, (n) => n);
      case "effort":
        return number(dosage.rpeMax, (n) => t("atMost", { n }));
      case "load":
        return number(dosage.loadKg, (n) => t("kilos", { n }));
    }
  };
}

/** The dosage of a line as a row of cells with their names above; `states` marks single cells. */
export function DosageCells({
  dosage,
  columns = dosageColumns,
  states = {},
  areNamesHidden = false,
}: {
  dosage: Dosage;
  columns?: readonly DosageColumn[];
  states?: Partial<Record<DosageColumn, DosageCellState>>;
  /** A table head above already names the columns. */
  areNamesHidden?: boolean;
}) {
  const t = useTranslations("status.dosage");
  const words = useDosageWords();
  return (
    <dl className="flex flex-wrap gap-1.25">
      {columns.map((column) => {
        const value = words(column, dosage);
        const look = value === null ? "border-dashed border-line text-ink-3" : looks[states[column] ?? "plain"];
        return (
          <div className={`grid ${column === "dose" ? "min-w-14" : "min-w-10"}`} key={column}>
            <dt className={areNamesHidden ? "sr-only" : "text-center text-12 text-ink-3"}>{t(column)}</dt>
            <dd className={`grid min-h-7 place-items-center rounded-3 border px-1.5 whitespace-nowrap ${look}`}>
              {value ?? (
                <>
                  <span aria-hidden="true">–</span>
                  <span className="sr-only">{t("none")}</span>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The dosage in one line, for a list of clinicians: "2 × 8, 5 s · 5 a week", "20 min · Mon, Wed, Fri". */
export function DosageLine({ dosage }: { dosage: Dosage }) {
  const t = useTranslations("status.dosage");
  const locale = useLocale();
  const words = useDosageWords();
  const dose = [words("dose", dosage), words("hold", dosage), words("load", dosage)].filter((part) => part !== null);
  const perDay = applies(dosage.perDay) && dosage.perDay > 1 ? t("aDay", { n: String(dosage.perDay) }) : null;
  const aWeek = applies(dosage.perWeek) ? t("aWeek", { n: String(dosage.perWeek) }) : null;
  const isSomeDays = dosage.weekdays != null && dosage.weekdays.length < 7;
  const perWeek = isSomeDays ? shortWeekdays(locale, dosage.weekdays ?? []) : aWeek;
  return <>{[dose.join(", "), perDay, perWeek].filter((part) => part !== null && part !== "").join(" · ")}</>;
}
