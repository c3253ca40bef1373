"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { ChoiceRow } from "@/components/ui/choice-row";
import { fieldId } from "@/components/ui/field-id";
import type { FormValues, LineInfo, MassUnit } from "./decision-values";
import { OutcomeChoice } from "./outcome-choice";
import { TermFields } from "./term-fields";
import { useChosenOutcome } from "./use-chosen-outcome";
import { WhatThePatientReads, type PatientReads } from "./what-the-patient-reads";
import { titled } from "./words";

/** One line of several: chosen or not, its evidence in a line, its decision, and what the patient will read. */
export function LineCard({
  at,
  line,
  head,
  massUnit,
  patientReads,
  errorOf,
}: {
  at: number;
  line: LineInfo;
  head: ReactNode;
  massUnit: MassUnit;
  patientReads: PatientReads;
  errorOf: (name: string) => string | undefined;
}) {
  const t = useTranslations("clearances.together");
  const locale = useLocale();
  const { register, control } = useFormContext<FormValues>();
  const isChosen = useWatch({ control, name: `lines.${at}.isChosen` });
  const outcome = useChosenOutcome(at);
  const name = titled(line.subject.name[locale]);
  return (
    <div
      aria-label={name}
      className={`grid gap-2.5 rounded-10 border bg-surface px-4 py-3 ${isChosen ? "border-line-2" : "border-line"}`}
      role="group"
    >
      <div className="grid gap-x-5 gap-y-1 md:grid-cols-[minmax(0,280px)_minmax(0,1fr)]">
        <ChoiceRow
          {...register(`lines.${at}.isChosen`)}
          aria-label={t("choose", { subject: name })}
          className="self-start"
          id={fieldId(`lines.${at}.subjectId`)}
          type="checkbox"
        >
          <span className="text-14 font-semibold">{name}</span>
        </ChoiceRow>
        <div className="min-w-0">{head}</div>
      </div>
      {isChosen ? (
        <>
          <OutcomeChoice
            at={at}
            error={errorOf(`lines.${at}.outcome`) ?? errorOf(`lines.${at}.subjectId`)}
            isCompact
            label={t("decision", { subject: name })}
            outcomes={line.outcomes}
          />
          <TermFields at={at} errorOf={errorOf} line={line} massUnit={massUnit} outcome={outcome} />
          {outcome === null ? null : (
            <WhatThePatientReads
              at={at}
              line={line}
              massUnit={massUnit}
              outcome={outcome}
              patientReads={patientReads}
            />
          )}
        </>
      ) : null}
    </div>
  );
}
