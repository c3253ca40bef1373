"use client";

import { useLocale, useTranslations } from "next-intl";
import { halfPoundsOf } from "@/components/clinical/dosage-parts";
import { RadioGroup } from "@/components/ui/choice-groups";
import { Select } from "@/components/ui/select";
import { DateField, NumberField } from "@/components/ui/text-field";
import { clearanceKeys, regions, restrictionKinds } from "@/lib/clinical/facts";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { clearanceWords, regionWords } from "@/lib/clinical/words";
import { ends } from "./restriction-form";

/** What the fields of terms are chosen from. */
export type TermsFrame = { massUnit: "kg" | "lb"; phases: readonly { n: number; name: string }[] };

/**
 * Kind, limit, region and end of a restriction. Only the limit of the chosen kind and the field of the chosen end show, without JavaScript too.
 * @param terms those that stand, of a change, whose kind stays; null for a new one
 */
export function TermsFields({
  suffix,
  terms,
  frame: { massUnit, phases },
  sent,
  error,
}: {
  suffix: string;
  terms: RestrictionTerms | null;
  frame: TermsFrame;
  sent: (name: string) => string | undefined;
  error: (name: string) => string | undefined;
}) {
  const t = useTranslations("episode.restrictions");
  const kinds = useTranslations("status.restrictionKinds");
  const locale = useLocale();
  const named = (field: string) => `${field}-${suffix}`;
  const field = (name: string, stands: string | number | null | undefined) => ({
    name: named(name),
    defaultValue: sent(named(name)) ?? String(stands ?? ""),
    error: error(named(name)),
  });
  /** A field whose sent value came back begins anew with it. */
  const anew = (name: string) => `${name} ${sent(named(name))}`;
  const mass = terms?.kg == null ? null : massUnit === "kg" ? terms.kg : halfPoundsOf(terms.kg);
  return (
    <>
      <div className="group grid gap-3 sm:grid-cols-3">
        {terms === null ? (
          <Select
            key={anew("kind")}
            {...field("kind", null)}
            choices={restrictionKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
            emptyLabel={t("choose")}
            label={t("kind")}
          />
        ) : (
          <input name={named("kind")} type="hidden" value={terms.kind} />
        )}
        {terms !== null && terms.kind !== "lift-limit" ? null : (
          <div className={terms === null ? "hidden group-has-[option[value=lift-limit]:checked]:block" : ""}>
            <NumberField key={anew("mass")} {...field("mass", mass)} decimals label={t("mass")} unit={massUnit} />
            <input name={named("unit")} type="hidden" value={massUnit} />
            <input name={named("kgStood")} type="hidden" value={terms?.kg ?? ""} />
          </div>
        )}
        {terms !== null && terms.kind !== "sit-limit" ? null : (
          <div className={terms === null ? "hidden group-has-[option[value=sit-limit]:checked]:block" : ""}>
            <NumberField key={anew("minutes")} {...field("minutes", terms?.minutes)} label={t("minutes")} unit="min" />
          </div>
        )}
        <Select
          key={anew("region")}
          {...field("region", terms?.region)}
          choices={regions.map((region) => ({ value: region, label: regionWords[region][locale] }))}
          emptyLabel={t("everyRegion")}
          isOptional
          label={t("region")}
        />
      </div>
      <div className="group grid gap-3 sm:grid-cols-2">
        <RadioGroup
          choices={ends.map((end) => ({ value: end, label: t(`ends.${end}`) }))}
          defaultValue={sent(named("end")) ?? endOf(terms)}
          key={anew("end")}
          label={t("end")}
          look="chip"
          name={named("end")}
          rowsClass="flex flex-wrap gap-2"
        />
        <div className="hidden group-has-[input[value=date]:checked]:block">
          <DateField key={anew("untilDate")} {...field("untilDate", terms?.untilDate)} label={t("lastDay")} />
        </div>
        <div className="hidden group-has-[input[value=phase]:checked]:block">
          <Select
            key={anew("untilPhase")}
            {...field("untilPhase", terms?.untilPhase)}
            choices={phases.map(({ n, name }) => ({ value: String(n), label: t("phase", { n, name }) }))}
            emptyLabel={t("choose")}
            label={t("endPhase")}
          />
        </div>
        <div className="hidden group-has-[input[value=clearance]:checked]:block">
          <Select
            key={anew("untilClearance")}
            {...field("untilClearance", terms?.untilClearance)}
            choices={clearanceKeys.map((key) => ({ value: key, label: clearanceWords[key][locale] }))}
            emptyLabel={t("choose")}
            label={t("endClearance")}
          />
        </div>
      </div>
    </>
  );
}

function endOf(terms: RestrictionTerms | null): (typeof ends)[number] {
  if (terms === null) return "none";
  if (terms.untilDate !== null) return "date";
  if (terms.untilPhase !== null) return "phase";
  return terms.untilClearance === null ? "none" : "clearance";
}
