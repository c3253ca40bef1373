"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { NumberField } from "@/components/ui/text-field";
import { recordedModifierIds, type Healing, type TimelineModifier } from "@/lib/clinical/timeline";
import type { DatedProtocol } from "@/lib/records/episodes/load-episode";
import { mostShiftDays } from "@/lib/schemas/episode";
import { setTimelineAction } from "../actions";
import { AnswerNotice, useFieldError } from "./answer-notice";
import { noAnswer, sentBy } from "./form-answer";
import { PhaseStartsTable } from "./phase-starts-table";
import { SuggestionTable } from "./suggestion-table";

/** The surgeon's decision; what it would move stands below while it is typed, or on demand without JavaScript. */
export function TimelineForm({
  patientId,
  version,
  shiftDays,
  modifiers,
  protocols,
  ...healing
}: Healing & {
  patientId: string;
  version: number;
  shiftDays: number;
  modifiers: readonly TimelineModifier[];
  protocols: readonly DatedProtocol[];
}) {
  const t = useTranslations("episode.timeline");
  const locale = useLocale();
  const [answer, set] = useActionState(setTimelineAction, noAnswer);
  const [typed, setTyped] = useState<{ answer: typeof answer; values: Record<string, string[]> } | null>(null);
  const error = useFieldError(answer);
  const { sent } = answer;
  // What was typed counts until the next answer.
  const values = typed?.answer === answer ? typed.values : sent;
  const isFilled = values["shiftDays"] !== undefined;
  const chosen: readonly string[] = isFilled ? (values["factors"] ?? []) : healing.factors;
  const days = daysOf(values["shiftDays"]?.[0]) ?? shiftDays;
  const labels = { shiftDays: t("shiftDays"), factors: t("factors"), timelineReason: t("timelineReason") };
  return (
    <div className="grid gap-4">
      <AnswerNotice answer={answer} labels={labels} />
      <form
        action={set}
        aria-label={t("set")}
        className="grid gap-3"
        key={version}
        onInput={(event) => setTyped({ answer, values: sentBy(new FormData(event.currentTarget)) })}
      >
        <input name="patientId" type="hidden" value={patientId} />
        <input name="version" type="hidden" value={version} />
        <CheckboxGroup
          choices={modifiers
            .filter(({ id }) => recordedModifierIds.some((known) => known === id))
            .filter(({ id }) => id !== "single-level-minimally-invasive" || healing.levels.length === 1)
            .map(({ id, label }) => ({ value: id, label: label[locale] }))}
          defaultValues={sent["shiftDays"] === undefined ? healing.factors : (sent["factors"] ?? [])}
          error={error("factors")}
          hint={t("factorsHint")}
          isOptional
          label={labels.factors}
          look="chip"
          name="factors"
          rowsClass="flex flex-wrap gap-2"
        />
        <SuggestionTable
          healing={{ ...healing, factors: recordedModifierIds.filter((id) => chosen.includes(id)) }}
          modifiers={modifiers}
        />
        <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <NumberField
            defaultValue={sent["shiftDays"]?.[0] ?? String(shiftDays)}
            error={error("shiftDays")}
            hint={t("shiftHint")}
            label={labels.shiftDays}
            name="shiftDays"
          />
          <TextArea
            defaultValue={sent["timelineReason"]?.[0]}
            error={error("timelineReason")}
            label={labels.timelineReason}
            maxLength={1000}
            name="timelineReason"
            rows={2}
          />
        </div>
        <h3 className="text-14 font-title">{t("moves")}</h3>
        <PhaseStartsTable from={shiftDays} protocols={protocols} to={days} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="go" value="save">
            {t("save")}
          </SubmitButton>
          <noscript>
            <Button name="go" type="submit" value="preview">
              {t("preview")}
            </Button>
          </noscript>
        </div>
      </form>
    </div>
  );
}

/** Days that the rules could take; undefined while the field holds something else. */
function daysOf(text: string | undefined): number | undefined {
  const days = text === undefined || text.trim() === "" ? NaN : Number(text);
  return Number.isInteger(days) && days >= 0 && days <= mostShiftDays ? days : undefined;
}
