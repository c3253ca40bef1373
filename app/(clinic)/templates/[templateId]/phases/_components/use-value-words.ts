import { useLocale, useTranslations } from "next-intl";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, movementTags, regions } from "@/lib/clinical/facts";
import { clearanceWords, movementInWords } from "@/lib/clinical/words";
import { tagSpelling } from "@/lib/schemas/own-exercise/strict-parts";

/** The words of a value of a phase's form as two people compare it; codes are what is chosen, everything else stands as it was typed. */
export function useValueWords(): (path: string, value: string) => string {
  const t = useTranslations("templateEditor");
  const locale = useLocale();
  const tags = new Map<string, string>(
    movementTags.flatMap((tag) =>
      [null, ...regions].map(
        (region) => [tagSpelling({ tag, region }), movementInWords({ tag, region })[locale]] as const,
      ),
    ),
  );
  const clearances = new Map<string, string>(clearanceKeys.map((key) => [key, clearanceWords[key][locale]]));
  const inWords = (value: string, words: ReadonlyMap<string, string>) =>
    value
      .split(", ")
      .map((code) => words.get(code) ?? code)
      .join(", ");
  return (path, value) => {
    if (value === "") return t("conflict.nothing");
    if (path === "blockedTags") return inWords(value, tags);
    if (path === "entryCriteria.clearances") return inWords(value, clearances);
    const level = fusionEvidenceLevels.find((one) => path === "entryCriteria.fusionEvidence" && one === value);
    return level === undefined ? value : t(`phase.healing.${level}`);
  };
}
