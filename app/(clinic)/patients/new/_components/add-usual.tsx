"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { usualRestrictionsAction } from "../actions";
import type { AdmissionValues } from "./admission-form";

type Listed = Pick<RestrictionTerms, "kind"> & { region?: RestrictionTerms["region"] | undefined };

/** One click adds what is usual for the protocol on this day; what is listed already stays as it is. */
export function AddUsual({
  fields,
  onAdd,
}: {
  fields: readonly Listed[];
  onAdd: (restrictions: RestrictionTerms[]) => void;
}) {
  const t = useTranslations("admission.usual");
  const { getValues } = useFormContext<AdmissionValues>();
  const [said, setSaid] = useState("");
  const [isPending, startTransition] = useTransition();
  const add = () =>
    startTransition(async () => {
      const { protocolId, templateId = null, region, procedureDate, pathwayStart = null } = getValues("episode");
      const result = await usualRestrictionsAction({ protocolId, templateId, region, procedureDate, pathwayStart });
      if (result.status !== "done") {
        setSaid(t(result.status === "invalid" ? "needs" : "failed"));
        return;
      }
      const isListed = ({ kind, region: of }: RestrictionTerms) =>
        fields.some((listed) => listed.kind === kind && (listed.region ?? null) === of);
      const missing = result.value.filter((terms) => !isListed(terms));
      onAdd(missing);
      setSaid(t("added", { count: missing.length }));
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button isPending={isPending} onClick={add}>
        {t("add")}
      </Button>
      <span className="text-ink-2" role="status">
        {said}
      </span>
    </div>
  );
}
