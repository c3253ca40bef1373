"use client";

import { useTranslations } from "next-intl";

/** The labels of the fields of one form, for its error summary. */
export function useTermsLabels(suffix: string): Record<string, string> {
  const t = useTranslations("episode.restrictions");
  return {
    [`kind-${suffix}`]: t("kind"),
    [`mass-${suffix}`]: t("mass"),
    [`minutes-${suffix}`]: t("minutes"),
    [`region-${suffix}`]: t("region"),
    [`untilDate-${suffix}`]: t("lastDay"),
    [`untilPhase-${suffix}`]: t("endPhase"),
    [`untilClearance-${suffix}`]: t("endClearance"),
    [`endNote-${suffix}`]: t("endNote"),
    [`password-${suffix}`]: t("password"),
  };
}
