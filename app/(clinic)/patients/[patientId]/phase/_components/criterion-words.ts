import type { Locale, useFormatter, useTranslations } from "next-intl";
import { clearanceKeys, clearanceStates } from "@/lib/clinical/facts";
import { inUnit, measureWords } from "@/lib/clinical/readiness/measure-words";
import { clearanceWords } from "@/lib/clinical/words";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import type { ShownCriterion } from "@/lib/records/readiness/ladder";

type Speech = {
  t: ReturnType<typeof useTranslations<"readiness">>;
  status: ReturnType<typeof useTranslations<"status.clearance">>;
  format: ReturnType<typeof useFormatter>;
  locale: Locale;
};

/** A criterion in the words of the table: what it is, what it needs, and what is there; null where nothing is known. */
export type CriterionWords = { name: string; needed: string; has: string | null };

const counted = [
  "minDay",
  "redFlagFreeDays",
  "nprsAvg7dMax",
  "nprsActivityMax",
  "walkContinuousMin",
  "sitToleranceMin",
  "adherencePct",
] as const;

export function criterionWords(criterion: ShownCriterion, speech: Speech): CriterionWords {
  const { id, needed, has, asks, test } = criterion;
  const { t, locale } = speech;
  const known = counted.find((one) => one === id);
  if (known) {
    const bound = (value: typeof has) => (typeof value === "number" ? t(`needs.${known}`, { n: value }) : "");
    const seen = typeof has === "number" ? t(`has.${known}`, { n: has }) : null;
    return { name: t(`names.${known}`), needed: bound(needed), has: seen };
  }
  if (test) return functionTest(criterion, test, speech);
  if (asks)
    return { name: capital(asks[locale]), needed: t("confirmed"), has: answer(has, t("confirmed"), t("notSo")) };
  if (id === "woundClosed")
    return { name: t("names.woundClosed"), needed: t("yes"), has: answer(has, t("yes"), t("no")) };
  if (id === "fusionEvidence") return healing(criterion, t);
  if (id === "hold")
    return { name: t("names.hold"), needed: t("noHold"), has: has === true ? t("onHold") : t("noHold") };
  return clearance(criterion, speech);
}

function functionTest(
  { needed, has }: ShownCriterion,
  test: NonNullable<ShownCriterion["test"]>,
  { t, locale }: Speech,
) {
  const inItsUnit = (value: number) => inUnit(String(value), test.unit)[locale];
  const own = t(test.value === "baseline" ? "baseline" : "norm");
  const limit = typeof needed === "number" ? inItsUnit(needed) : own;
  const bound = `${test.op === "<=" ? "≤" : "≥"} ${limit}`;
  return {
    name: measureWords[test.measure][locale],
    needed: typeof test.value === "number" || typeof needed !== "number" ? bound : `${bound} (${own})`,
    has: typeof has === "number" ? inItsUnit(has) : null,
  };
}

function healing({ needed, has }: ShownCriterion, t: Speech["t"]): CriterionWords {
  const level = (value: typeof has) => fusionEvidenceLevels.find((known) => known === value);
  const [asked, seen] = [level(needed), level(has)];
  return {
    name: t("names.fusionEvidence"),
    needed: asked ? t(`healing.${asked}`) : "",
    has: seen ? t(`healing.${seen}`) : null,
  };
}

/** Also what the table has no words of its own for: the rule's own sentence stands beside it. */
function clearance({ id, has }: ShownCriterion, { t, status, locale }: Speech): CriterionWords {
  const key = clearanceKeys.find((known) => id === `clearance:${known}`);
  const state = clearanceStates.find((known) => known === has);
  return {
    name: key ? t("names.clearance", { name: clearanceWords[key][locale] }) : id,
    needed: key ? t("inForce") : "",
    has: state ? status(state) : null,
  };
}

function answer(has: ShownCriterion["has"], yes: string, no: string): string | null {
  return has === null ? null : has === true ? yes : no;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
