import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/small-parts";
import { categoryWords, positions, positionWords } from "@/lib/clinical/library-words";
import { clearanceWords, conditionWords, movementInWords } from "@/lib/clinical/words";
import type { ExercisePage } from "@/lib/records/library/load-exercise";

/** What the rules and the filters know of the exercise, in words. */
export function FactsCard({ exercise: { facts, texts } }: { exercise: ExercisePage }) {
  const t = useTranslations("library.page");
  const locale = useLocale();
  const position = positions.find((known) => known === facts.position);
  return (
    <Card title={t("facts")}>
      <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-2 max-sm:grid-cols-1">
        <Fact name={t("category")}>{categoryWords[texts.category][locale]}</Fact>
        <Fact name={t("bodyRegion")}>{texts.bodyRegion[locale]}</Fact>
        <Fact name={t("position")}>{position ? positionWords[position][locale] : facts.position}</Fact>
        <Fact name={t("equipment")}>
          {texts.equipment.map((piece) => piece[locale]).join(", ") || t("noEquipment")}
        </Fact>
        <Fact name={t("tags")}>
          <span className="flex flex-wrap gap-1">
            {facts.tags.map(({ tag, region }) => (
              <Tag key={`${tag} ${region}`}>{movementInWords({ tag, region })[locale]}</Tag>
            ))}
          </span>
        </Fact>
        <Fact name={t("clearance")}>{clearanceWords[facts.clearanceKey][locale]}</Fact>
        <Fact name={t("contraindications")}>{texts.contraindications[locale]}</Fact>
        <Fact name={t("conditions")}>
          {facts.contraindicationCodes.length === 0
            ? t("noConditions")
            : facts.contraindicationCodes
                .map(({ condition, severity }) => `${conditionWords[condition][locale]} (${t(`severity.${severity}`)})`)
                .join(", ")}
        </Fact>
        {texts.synonyms[locale].length === 0 ? null : (
          <Fact name={t("synonyms")}>{texts.synonyms[locale].join(", ")}</Fact>
        )}
        {texts.note ? <Fact name={t("note")}>{texts.note[locale]}</Fact> : null}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
