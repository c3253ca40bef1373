"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { isAsked } from "@/components/ui/is-asked";
import { decideClearanceSchema } from "@/lib/schemas/clearance";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { decideClearanceAction } from "../actions";
import {
  asSent,
  isTooFine,
  startOf,
  type FormValues,
  type InboxAddress,
  type LineInfo,
  type MassUnit,
} from "./decision-values";
import { Failure, type FailedDecision } from "./failure";
import { OutcomeChoice } from "./outcome-choice";
import { Signing, type Signer } from "./signing";
import { TermFields } from "./term-fields";
import { useChosenOutcome } from "./use-chosen-outcome";
import { useFieldName } from "./use-field-name";
import { WhatThePatientReads, type PatientReads } from "./what-the-patient-reads";

type DecisionProps = {
  line: LineInfo;
  massUnit: MassUnit;
  signer: Signer;
  patientReads: PatientReads;
  /** Where the inbox goes on after the signature; the signed decision is added to it. */
  next: InboxAddress;
};

/** Two clicks and a signature: the decision with its terms, what the patient will read, and the signer's password. */
export function DecisionForm(props: DecisionProps) {
  const { line, massUnit, signer, next } = props;
  const t = useTranslations("clearances.decide");
  const errorWords = useErrorWords();
  const fieldName = useFieldName([line.subject]);
  const router = useRouter();
  const [failed, setFailed] = useState<FailedDecision | null>(null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const form = useForm<FormValues>({
    shouldFocusError: false,
    defaultValues: { lines: [startOf(line, massUnit, true)], password: "" },
  });
  const decide = form.handleSubmit(async ({ lines: [values], password }) => {
    setFailed(null);
    if (values === undefined) return;
    const parsed = decideClearanceSchema.safeParse({ ...asSent(line, values, massUnit), password });
    const tooFine = isTooFine(values, massUnit) ? { maxKg: "halfPounds" } : {};
    const problems = { ...(parsed.success ? {} : fieldErrors(parsed.error)), ...tooFine };
    setWrong(onTheLine(problems));
    if (!parsed.success || Object.keys(problems).length > 0) return;
    const result = await decideClearanceAction(parsed.data);
    if (result.status === "done") {
      router.replace(`${next}signed=${result.value.decisionId}`);
      router.refresh();
    } else if (result.status === "invalid") setWrong(onTheLine(result.fields));
    else setFailed(result);
  });
  const errorOf = (name: string) => (wrong[name] === undefined ? undefined : errorWords(wrong[name]));
  return (
    <FormProvider {...form}>
      <form aria-label={t("legend")} className="grid gap-3" noValidate onSubmit={(event) => void decide(event)}>
        <ErrorSummary
          errors={Object.entries(wrong).map(([name, key]) => ({
            ...fieldName(name),
            message: `${fieldName(name).label}: ${errorWords(key)}`,
          }))}
        />
        {failed === null ? null : <Failure failed={failed} />}
        <Decision {...props} errorOf={errorOf} signer={signer} />
      </form>
    </FormProvider>
  );
}

function Decision({
  line,
  massUnit,
  signer,
  patientReads,
  errorOf,
}: DecisionProps & { errorOf: (name: string) => string | undefined }) {
  const t = useTranslations("clearances.decide");
  const outcome = useChosenOutcome(0);
  const box = useOutcomeKeys();
  const isChoice = line.outcomes.length > 1;
  return (
    <>
      <div className="flex items-start gap-2.5" ref={box}>
        <StepNumber n={1} />
        <div className="min-w-0 flex-1">
          <OutcomeChoice
            at={0}
            error={errorOf("lines.0.outcome")}
            hint={isChoice ? t(line.isRenewal ? "renewal.note" : "note") : undefined}
            isRenewal={line.isRenewal}
            label={t("legend")}
            outcomes={line.outcomes}
          />
        </div>
      </div>
      <TermFields at={0} errorOf={errorOf} line={line} massUnit={massUnit} outcome={outcome} />
      <div className="grid items-end gap-3 md:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_300px_auto]">
        <div aria-live="polite" className="flex items-start gap-2.5 self-center md:max-xl:col-span-2">
          <StepNumber n={2} />
          <WhatThePatientReads at={0} line={line} massUnit={massUnit} outcome={outcome} patientReads={patientReads} />
        </div>
        <Signing error={errorOf("password")} signer={signer} />
      </div>
    </>
  );
}

/** The keys 1 to 4 choose the outcome from wherever nothing is typed. */
function useOutcomeKeys() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
      if (isTyping || event.metaKey || event.ctrlKey || event.altKey || isAsked()) return;
      const radio = box.current?.querySelectorAll<HTMLInputElement>("input[type=radio]")[Number(event.key) - 1];
      if (!radio) return;
      radio.click();
      radio.focus();
    };
    window.addEventListener("keydown", choose);
    return () => window.removeEventListener("keydown", choose);
  }, []);
  return box;
}

/** The names of the form's fields, from those of the decision. */
function onTheLine(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, key]) => [name === "password" ? name : `lines.0.${name}`, key]),
  );
}

function StepNumber({ n }: { n: number }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-5 flex-none place-items-center rounded-full bg-ink text-12 font-bold text-surface"
    >
      {n}
    </span>
  );
}
