"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useRestrictionEnd } from "@/components/clinical/restriction-list";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import type { ConditionEntry } from "@/lib/clinical/condition-search";
import type { Condition } from "@/lib/clinical/facts";
import { isSameLimit, type RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { NextEpisode } from "@/lib/records/episodes/end/load-next-episode";
import { restrictionInWords } from "../../../_components/banner-words";
import type { NextEpisodeValues } from "./next-episode-form";

/** A phase of the old program means nothing in the new one: without that end the restriction is stricter. */
export function carried(terms: RestrictionTerms): RestrictionTerms {
  return { ...terms, untilPhase: null };
}

/** What stood in the latest episode goes on in the fields below, where it can be changed, unless it is taken out on purpose. */
export function CarryOver({
  carry,
  conditions,
  massUnit,
}: Pick<NextEpisode, "carry"> & { conditions: readonly ConditionEntry[]; massUnit: "kg" | "lb" }) {
  const t = useTranslations("episodeEnd.next");
  const record = useTranslations("patientRecord");
  const locale = useLocale();
  const endOf = useRestrictionEnd("dayYear");
  const { getValues, setValue } = useFormContext<NextEpisodeValues>();
  const takeRestriction = (terms: RestrictionTerms, isTaken: boolean) => {
    const taken = carried(terms);
    const others = getValues("episode.restrictions").filter((other) => !isSameLimit(other, taken));
    setValue("episode.restrictions", isTaken ? [...others, taken] : others);
  };
  const takeCondition = (code: Condition, isTaken: boolean) => {
    const others = getValues("episode.conditions").filter((known) => known !== code);
    setValue("episode.conditions", isTaken ? [...others, code] : others);
  };
  const wordsOf = (terms: RestrictionTerms) => {
    const { untilPhase } = terms;
    const end = untilPhase === null ? endOf(terms) : t("endsWith", { n: untilPhase });
    return [restrictionInWords(terms, massUnit, record, locale), end].filter((part) => part !== null).join(" ");
  };
  const labelOf = (code: Condition) => conditions.find((entry) => entry.code === code)?.label[locale] ?? code;
  return (
    <Card note={t("carryNote")} title={t("carry")}>
      {carry.restrictions.length + carry.conditions.length === 0 ? <p className="text-ink-2">{t("nothing")}</p> : null}
      <div className="grid gap-3">
        {carry.restrictions.length === 0 ? null : (
          <CheckboxGroup
            choices={carry.restrictions.map((terms, index) => ({ value: String(index), label: wordsOf(terms) }))}
            defaultValues={carry.restrictions.map((_, index) => String(index))}
            label={t("restrictions")}
            name="carryRestrictions"
            onChange={({ target }) => {
              const terms = carry.restrictions[Number(target.value)];
              if (terms) takeRestriction(terms, target.checked);
            }}
          />
        )}
        {carry.conditions.length === 0 ? null : (
          <CheckboxGroup
            choices={carry.conditions.map((code) => ({ value: code, label: labelOf(code) }))}
            defaultValues={carry.conditions}
            label={t("conditions")}
            name="carryConditions"
            onChange={({ target }) => {
              const code = carry.conditions.find((known) => known === target.value);
              if (code) takeCondition(code, target.checked);
            }}
          />
        )}
      </div>
    </Card>
  );
}
