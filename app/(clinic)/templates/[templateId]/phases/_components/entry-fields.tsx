"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { ChoiceRow } from "@/components/ui/choice-row";
import { controlClass } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { fieldId } from "@/components/ui/field-id";
import { Select } from "@/components/ui/select";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import { clearanceKeys } from "@/lib/clinical/facts";
import { measureWords } from "@/lib/clinical/readiness/measure-words";
import { clearanceWords } from "@/lib/clinical/words";
import { testKinds } from "@/lib/schemas/template-phase";
import { BothFields, NumberIn, usePhaseField } from "./field-pairs";
import type { TypedPhase } from "./phase-values";

/** What must hold before the phase may begin: its first day, and everything that is asked here. */
export function EntryFields({ entry }: { entry: TypedPhase["entryCriteria"] }) {
  const t = useTranslations("templateEditor.phase");
  const locale = useLocale();
  const field = usePhaseField();
  const at = (name: string) => `entryCriteria.${name}`;
  return (
    <Card note={t("leads.entry")} title={t("groups.entry")}>
      <div className="grid gap-4">
        <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
          <NumberIn name={at("redFlagFreeDays")} unit={t("days")} value={entry.redFlagFreeDays} />
          <NumberIn name={at("nprsAvg7dMax")} unit="/ 10" value={entry.nprsAvg7dMax} />
          <NumberIn name={at("nprsActivityMax")} unit="/ 10" value={entry.nprsActivityMax} />
          <NumberIn name={at("walkContinuousMin")} unit="min" value={entry.walkContinuousMin} />
          <NumberIn name={at("sitToleranceMin")} unit="min" value={entry.sitToleranceMin} />
          <NumberIn name={at("adherencePct")} unit="%" value={entry.adherencePct} />
          <Select
            {...field(at("fusionEvidence"))}
            choices={fusionEvidenceLevels.map((value) => ({ value, label: t(`healing.${value}`) }))}
            defaultValue={entry.fusionEvidence}
          />
          <ChoiceRow defaultChecked={entry.woundClosed} name={at("woundClosed")} type="checkbox" value="yes">
            {t("fields.entryCriteria.woundClosed")}
          </ChoiceRow>
        </div>
        <CheckboxGroup
          {...field(at("clearances"))}
          choices={clearanceKeys.map((value) => ({ value, label: clearanceWords[value][locale] }))}
          defaultValues={entry.clearances}
          isOptional
          look="chip"
          rowsClass="flex flex-wrap gap-1"
        />
        <FunctionTests tests={entry.functional} />
        <BothFields isOptional kind="lines" name={at("other")} value={entry.other} />
      </div>
    </Card>
  );
}

/** A row a function test: whether it is asked, and for what. */
function FunctionTests({ tests }: { tests: TypedPhase["entryCriteria"]["functional"] }) {
  const t = useTranslations("templateEditor.phase");
  const locale = useLocale();
  const field = usePhaseField();
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1 font-medium">{t("fields.entryCriteria.functional")}</legend>
      {tests.map(({ measure, kind, op, value, unit }, index) => {
        const name = `entryCriteria.functional.${index}`;
        const { error } = field(`${name}.value`);
        const title = measureWords[measure][locale];
        const id = fieldId(`${name}.value`);
        return (
          <div
            aria-label={title}
            className="grid items-center gap-x-2 gap-y-1 border-b border-line py-1 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_10rem_7rem_7rem]"
            key={measure}
            role="group"
          >
            <span>{title}</span>
            <select
              aria-label={t("test.kind", { title })}
              className={controlClass}
              defaultValue={kind}
              name={`${name}.kind`}
            >
              {testKinds.map((one) => (
                <option key={one} value={one}>
                  {t(
                    one === ""
                      ? "test.none"
                      : one === "number"
                        ? "test.number"
                        : one === "baseline"
                          ? "test.baseline"
                          : "test.norm",
                  )}
                </option>
              ))}
            </select>
            <select aria-label={t("test.op", { title })} className={controlClass} defaultValue={op} name={`${name}.op`}>
              <option value="<=">{t("test.atMost")}</option>
              <option value=">=">{t("test.atLeast")}</option>
            </select>
            <span className="relative">
              <input
                aria-describedby={error === undefined ? undefined : `${id}-error`}
                aria-invalid={error === undefined ? undefined : true}
                aria-label={t("test.value", { title, unit })}
                autoComplete="off"
                className={`${controlClass} pe-14 tabular-nums`}
                defaultValue={value}
                id={id}
                inputMode="decimal"
                maxLength={8}
                name={`${name}.value`}
              />
              <span aria-hidden="true" className="absolute inset-y-0 end-2.5 flex items-center text-ink-3">
                {unit}
              </span>
            </span>
            {error === undefined ? null : (
              <div className="col-span-full">
                <FieldError id={`${id}-error`}>{error}</FieldError>
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
