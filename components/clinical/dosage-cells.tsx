import { useLocale, useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { Locale } from "@/lib/i18n/locale";
import { shortWeekdays } from "@/lib/i18n/weekdays";
import { applies } from "./dosage-parts";

/** What is typed into a cell of its own. */
type TypedColumn = "dose" | "hold" | "perDay" | "perWeek" | "effort" | "load";
/** What is read in a cell of its own. */
export type DosageColumn = TypedColumn | "rest" | "side";

/** These stand even where they do not apply, so that rows can be compared; the others where they say something. */
const steadyColumns: readonly DosageColumn[] = ["dose", "hold", "perDay", "perWeek", "effort"];
const furtherColumns: readonly DosageColumn[] = ["load", "rest", "side"];

/** The words of a dosage's cells as they are typed: "2 × 8", "20 min", "5 s", "≤ 4"; null where the value does not apply. */
export function useDosageWords() {
  const t = useTranslations("status.dosage");
  return (column: TypedColumn, dosage: Dosage): string | null => {
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

/** The words of a dosage's cells as they are read: the days by name where they were chosen, "Mon, Wed, Fri". */
export function useDosageReading() {
  const t = useTranslations("status.dosage");
  const locale = useLocale();
  const words = useDosageWords();
  return (column: DosageColumn, dosage: Dosage): string | null => {
    switch (column) {
      case "dose":
        return `${timesOf(dosage)}${words("dose", dosage) ?? ""}` || null;
      case "rest":
        return applies(dosage.restSec) ? t("seconds", { n: String(dosage.restSec) }) : null;
      case "side":
        return dosage.side ? t(`sides.${dosage.side}`) : null;
      case "perWeek":
        return chosenDays(locale, dosage) ?? words("perWeek", dosage);
      default:
        return words(column, dosage);
    }
  };
}

/** "3 × " before the minutes of work that is done several times. */
function timesOf({ sets, reps, durationMin }: Dosage): string {
  const times = (sets ?? 1) * (reps ?? 1);
  return applies(durationMin) && times > 1 ? `${times}\u00a0×\u00a0` : "";
}

/** Null where the patient chooses the days, or they are all of them. */
function chosenDays(locale: Locale, { weekdays }: Dosage): string | null {
  return weekdays != null && weekdays.length < 7 ? shortWeekdays(locale, weekdays) : null;
}

/** The dosage of a line as a row of cells with their names above; `changed` marks single cells. */
export function DosageCells({ dosage, changed = [] }: { dosage: Dosage; changed?: readonly DosageColumn[] }) {
  const t = useTranslations("status.dosage");
  const read = useDosageReading();
  const further = furtherColumns.filter((column) => read(column, dosage) !== null || changed.includes(column));
  return (
    <dl className="flex flex-wrap gap-1.25">
      {[...steadyColumns, ...further].map((column) => {
        const value = read(column, dosage);
        return (
          <div className={`grid ${column === "dose" ? "min-w-14" : "min-w-10"}`} key={column}>
            <dt className="text-center text-12 text-ink-3">{t(column)}</dt>
            <dd
              className={`grid min-h-7 place-items-center rounded-3 border px-1.5 whitespace-nowrap ${lookOf(value, changed.includes(column))}`}
            >
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

function lookOf(value: string | null, isChanged: boolean): string {
  if (isChanged) return "border-accent bg-accent-tint font-title";
  return value === null ? "border-dashed border-line text-ink-3" : "border-line bg-surface font-medium";
}

/** The dosage in one line, for a list of clinicians: "2 × 8, 5 s · 5 a week", "20 min · Mon, Wed, Fri". */
export function DosageLine({ dosage }: { dosage: Dosage }) {
  const t = useTranslations("status.dosage");
  const locale = useLocale();
  const read = useDosageReading();
  const dose = [read("dose", dosage), read("hold", dosage), read("load", dosage)].filter((part) => part !== null);
  const perDay = applies(dosage.perDay) && dosage.perDay > 1 ? t("aDay", { n: String(dosage.perDay) }) : null;
  const aWeek = applies(dosage.perWeek) ? t("aWeek", { n: String(dosage.perWeek) }) : null;
  const perWeek = chosenDays(locale, dosage) ?? aWeek;
  return <>{[dose.join(", "), perDay, perWeek].filter((part) => part !== null && part !== "").join(" · ")}</>;
}
