import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Proposed } from "@/lib/schemas/proposed";
import { restrictionInWords } from "../../../patients/[patientId]/_components/banner-words";

/** Why the product began a draft, in one line. */
export function useProposedWords(massUnit: "kg" | "lb"): (proposed: Proposed) => string {
  const t = useTranslations("proposals.why");
  const record = useTranslations("patientRecord");
  const locale = useLocale();
  const format = useFormatter();
  return (proposed) => {
    switch (proposed.kind) {
      case "restriction": {
        const names = proposed.restrictions.map((one) => restrictionInWords(one, massUnit, record, locale));
        return t("restriction", { names: names.join(", ") });
      }
      case "template":
        return t("template", { from: proposed.from.number, to: proposed.to.number });
      case "dosage":
        return t(proposed.lines.some(({ change }) => change === "reduce") ? "less" : "more", {
          date: format.dateTime(new Date(proposed.week), "day"),
        });
    }
  };
}
