"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef, type RefObject } from "react";
import { RadioGroup } from "@/components/ui/choice-groups";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { DateField, NumberField } from "@/components/ui/text-field";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import { timingOf } from "@/lib/clinical/readiness/test-timing";
import type { Day } from "@/lib/dates";
import type { EvidenceKind } from "@/lib/schemas/evidence";
import { recordEvidenceAction } from "../actions";
import { fieldName } from "./evidence-fields";
import { noAnswer, type PhaseAnswer } from "./phase-answer";
import { TestTimer } from "./test-timer";

export type EvidenceFormProps = {
  programId: string;
  phase: number;
  criterion: string;
  /** The criterion as the table names it. */
  name: string;
  kind: EvidenceKind;
  unit: string | null;
  /** What the result is compared with, where that is the person's own. */
  norm: string | null;
  /** How the test is done. */
  method: string | null;
  today: Day;
  procedureOn: Day;
};

/** What a clinician saw of one criterion, on which day; works without JavaScript. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { programId, phase, criterion, name, norm, method, today, procedureOn } = props;
  const t = useTranslations("readiness.record");
  const [answer, record] = useActionState(recordEvidenceAction, noAnswer);
  const words = useErrorWords();
  const at = (field: string) => fieldName(phase, criterion, field);
  const value = useRef<HTMLInputElement>(null);
  const timing = timingOf(criterion);
  const field = (key: string) => {
    const wrong = answer.fields[at(key)];
    return { name: at(key), error: wrong === undefined ? undefined : words(wrong), defaultValue: answer.sent[at(key)] };
  };
  const labels: Record<string, string> = {
    [at("value")]: t("value"),
    [at("norm")]: norm ?? "",
    [at("observedOn")]: t("observedOn"),
    [at("note")]: t("note"),
  };
  return (
    <div className="grid gap-2">
      <Outcome answer={answer} labels={labels} />
      <Disclosure
        isOpen={answer.status === "invalid"}
        summary={
          <>
            {t("open")}
            <span className="sr-only">: {name}</span>
          </>
        }
      >
        <form
          action={record}
          aria-label={name}
          className="grid gap-3 rounded-6 border border-line bg-inset p-3"
          noValidate
        >
          <input name="programId" type="hidden" value={programId} />
          <input name="phase" type="hidden" value={phase} />
          <input name="criterion" type="hidden" value={criterion} />
          {method === null ? null : (
            <p className="text-12 text-ink-2 roomy:text-16">
              <strong className="font-semibold">{t("how")}:</strong> {method}
            </p>
          )}
          {timing === null ? null : (
            <TestTimer
              name={name}
              onResult={(result) => {
                if (value.current) value.current.value = String(result);
              }}
              timing={timing}
            />
          )}
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <Value {...props} field={field("value")} input={value} />
            {norm === null ? null : <NumberField {...field("norm")} decimals label={norm} unit={props.unit ?? ""} />}
            <DateField
              {...field("observedOn")}
              defaultValue={answer.sent[at("observedOn")] ?? today}
              hint={t("observedHint")}
              label={t("observedOn")}
              max={today}
              min={procedureOn}
            />
          </div>
          <TextArea {...field("note")} isOptional label={t("note")} maxLength={500} rows={2} />
          <div>
            <SubmitButton variant="secondary">{t("save")}</SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}

type FieldState = { name: string; error: string | undefined; defaultValue: string | undefined };

function Value({
  kind,
  criterion,
  unit,
  field,
  input,
}: EvidenceFormProps & { field: FieldState; input: RefObject<HTMLInputElement | null> }) {
  const t = useTranslations("readiness");
  const label = t("record.value");
  if (kind === "minutes") return <NumberField {...field} label={label} ref={input} unit="min" />;
  if (kind === "result") return <NumberField {...field} decimals label={label} ref={input} unit={unit ?? ""} />;
  const choices =
    kind === "healing"
      ? fusionEvidenceLevels.map((level) => ({ value: level, label: t(`healing.${level}`) }))
      : [
          { value: "yes", label: t(criterion === "woundClosed" ? "yes" : "confirmed") },
          { value: "no", label: t(criterion === "woundClosed" ? "no" : "notSo") },
        ];
  return <RadioGroup {...field} choices={choices} label={label} />;
}

function Outcome({ answer, labels }: { answer: PhaseAnswer; labels: Readonly<Record<string, string>> }) {
  const t = useTranslations("readiness.record");
  const words = useErrorWords();
  const { status, fields } = answer;
  if (status === "none") return null;
  if (status === "done") return <Notice isLive title={t("done")} tone="ok" />;
  if (status === "invalid") {
    const errors = Object.entries(fields).map(([name, key]) => {
      const label = labels[name];
      return label === undefined ? { message: words(key) } : { name, message: `${label}: ${words(key)}` };
    });
    return <ErrorSummary errors={errors} />;
  }
  if (status === "refused") return <Notice isLive title={t("surgeonOnly")} tone="warn" />;
  return <Notice isLive title={t(status === "conflict" ? "conflict" : "gone")} tone="warn" />;
}
