import { useFormatter, useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/clinical/status-badges";
import type { HeldBack as Wait } from "@/lib/clinical/signing";
import { clearanceWords } from "@/lib/clinical/words";
import { addDays, type Day } from "@/lib/dates";

/** A line that may be signed but is not open yet, with what it waits for. `isSmall`: only the words, where the shape stands elsewhere. */
export function HeldBack({
  heldBack,
  anchor,
  isSmall = false,
}: {
  heldBack: Wait | null;
  /** Null: a day without a date. */
  anchor: Day | null;
  isSmall?: boolean;
}) {
  const t = useTranslations("program.held");
  const locale = useLocale();
  const format = useFormatter();
  if (!heldBack) return null;
  const { until, day, keys } = heldBack;
  const words = {
    clearance: t("clearance", { keys: keys.map((key) => clearanceWords[key][locale]).join(", ") }),
    day:
      anchor === null
        ? t("dayAlone", { day })
        : t("day", { day, date: format.dateTime(new Date(addDays(anchor, day)), "dayYear") }),
    phase: t("phase"),
  };
  if (isSmall) return words[until];
  return <StatusBadge shape={until === "clearance" ? "requested" : "needs-clearance"} word={words[until]} />;
}
