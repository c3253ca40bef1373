"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { FieldNotes } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-id";
import { movementTags, regions } from "@/lib/clinical/facts";
import { movementInWords, regionWords } from "@/lib/clinical/words";
import { tagSpelling } from "@/lib/schemas/own-exercise/strict-parts";
import { BothFields, NumberIn, usePhaseField } from "./field-pairs";
import type { TypedPhase } from "./phase-values";

/** What the phase limits, and which movements wait for a clearance in it. */
export function LimitFields({ phase }: { phase: TypedPhase }) {
  const t = useTranslations("templateEditor.phase");
  const { limits, precautions, blockedTags } = phase;
  return (
    <Card note={t("leads.limits")} title={t("groups.limits")}>
      <div className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <NumberIn name="limits.liftKg" unit="kg" value={limits.liftKg} />
          <NumberIn name="limits.sitMaxMin" unit="min" value={limits.sitMaxMin} />
        </div>
        <BothFields isOptional name="limits.brace" value={limits.brace} />
        <BothFields isOptional name="limits.driving" value={limits.driving} />
        <BothFields isOptional kind="lines" name="precautions" value={precautions} />
        <BlockedTags chosen={blockedTags} />
      </div>
    </Card>
  );
}

function BlockedTags({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations("templateEditor.phase");
  const locale = useLocale();
  const field = usePhaseField()("blockedTags");
  const id = fieldId("blockedTags");
  return (
    <fieldset aria-describedby={field.error === undefined ? undefined : `${id}-error`} className="grid min-w-0 gap-1">
      <legend className="mb-1 font-medium">{field.label}</legend>
      <FieldNotes field={field} />
      {movementTags.map((tag, row) => {
        const words = movementInWords({ tag, region: null })[locale];
        return (
          <div
            aria-label={words}
            className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1 last:border-b-0"
            key={tag}
            role="group"
          >
            <span className="min-w-44 flex-1 first-letter:uppercase">{words}</span>
            <span className="flex flex-wrap gap-1">
              {[null, ...regions].map((region, column) => {
                const value = tagSpelling({ tag, region });
                return (
                  <ChoiceRow
                    defaultChecked={chosen.includes(value)}
                    id={row === 0 && column === 0 ? id : `${id}-${value}`}
                    key={value}
                    look="chip"
                    name="blockedTags"
                    type="checkbox"
                    value={value}
                  >
                    {region === null ? t("anyRegion") : regionWords[region][locale]}
                  </ChoiceRow>
                );
              })}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
