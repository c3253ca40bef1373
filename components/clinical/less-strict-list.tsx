import { useLocale, useTranslations } from "next-intl";
import type { LessStrict } from "@/lib/clinical/less-strict";
import { clearanceWords, conditionWords, movementInWords } from "@/lib/clinical/words";

/**
 * In what an exercise is less strict than the one that it was copied from, a sentence each. Needs the messages of `ownExercise` and `library`.
 * @param protocols titles by id, in the reader's language
 */
export function LessStrictList({
  found,
  protocols,
}: {
  found: readonly LessStrict[];
  protocols: ReadonlyMap<string, string>;
}) {
  const inWords = useLessStrictWords(protocols);
  return (
    <ul className="list-disc ps-5">
      {found.map((difference) => (
        <li className="first-letter:uppercase" key={JSON.stringify(difference)}>
          {inWords(difference)}
        </li>
      ))}
    </ul>
  );
}

function useLessStrictWords(protocols: ReadonlyMap<string, string>): (difference: LessStrict) => string {
  const t = useTranslations("ownExercise.differences");
  const rules = useTranslations("library.earliest.rules");
  const locale = useLocale();
  return (difference) => {
    const protocol = "protocol" in difference ? (protocols.get(difference.protocol) ?? difference.protocol) : "";
    switch (difference.kind) {
      case "tag":
        return t("tag", { movement: movementInWords(difference)[locale] });
      case "contraindication":
        return t("contraindication", { condition: conditionWords[difference.condition][locale] });
      case "contraindication-softer":
        return t("contraindicationSofter", { condition: conditionWords[difference.condition][locale] });
      case "clearance-key":
        return t("clearanceKey", {
          ...{ from: clearanceWords[difference.from][locale], to: clearanceWords[difference.to][locale] },
        });
      case "rule":
        return t("rule", { protocol, from: rules(difference.from), to: rules(difference.to) });
      case "day":
        return t("day", { protocol, from: difference.from, to: difference.to });
      case "phase":
        return difference.to === null
          ? t("anyPhase", { protocol, from: difference.from })
          : t("phase", { protocol, from: difference.from, to: difference.to });
      case "ramp":
        return t("ramp");
    }
  };
}
