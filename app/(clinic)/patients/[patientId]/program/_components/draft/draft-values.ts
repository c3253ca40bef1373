import { useLocale, useTranslations } from "next-intl";
import type { LineField } from "@/lib/draft/merge-line";
import { shortDecimal } from "@/lib/i18n/decimals";
import { shortWeekdays } from "@/lib/i18n/weekdays";
import type { DraftLine } from "@/lib/schemas/program";

/** The words of one value of a line as two people compare it; times a week with their days, the amount of a timed line in minutes. */
export function useDraftValues(nameOf: (exercise: string) => string) {
  const t = useTranslations("program.conflict");
  const status = useTranslations("status.dosage");
  const locale = useLocale();
  return (line: DraftLine, field: LineField): string => {
    const { dosage } = line;
    switch (field) {
      case "line":
        return t("kept");
      case "phase":
        return String(line.phase);
      case "exercise":
        return nameOf(line.exercise);
      case "noteToPatient":
      case "overrideReason":
        return line[field] ?? t("nothing");
      case "starting":
        return line.starting === true ? t("starts", { reason: line.startReason?.[locale] ?? "none" }) : t("startsNot");
      case "side":
        return dosage.side === null ? t("nothing") : status(`sides.${dosage.side}`);
      case "perWeek": {
        const days = shortWeekdays(locale, dosage.weekdays ?? []);
        return [dosage.perWeek ?? t("nothing"), days && `(${days})`].filter(Boolean).join(" ");
      }
      default: {
        if (field === "sets" && dosage.sets === null && dosage.durationMin !== null)
          return status("minutes", { n: shortDecimal(dosage.durationMin) });
        const value = dosage[field];
        return value === null ? t("nothing") : shortDecimal(value);
      }
    }
  };
}
