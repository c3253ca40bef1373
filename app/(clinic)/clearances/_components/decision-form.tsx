"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FormProvider, useForm, useFormContext } from "react-hook-form";
import { Shape } from "@/components/clinical/shape";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-groups";
import { ErrorSummary } from "@/components/ui/error-summary";
import { flatErrors, useErrorWords } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { KeyHint } from "@/components/ui/key-hint";
import { TextField } from "@/components/ui/text-field";
import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import type { DecideClearanceInput, DecisionOutcome } from "@/lib/schemas/clearance";
import { decideClearanceAction } from "../actions";
import { decisionResolver, startOf, type DecisionValues } from "./decision-values";
import { useChosenOutcome } from "./use-chosen-outcome";
import { Failure, type FailedDecision } from "./failure";
import { isTermField, TermFields } from "./term-fields";
import { WhatThePatientReads, type PatientReads } from "./what-the-patient-reads";

/** Two clicks and a signature: the decision with its terms, what the patient will read, and the signer's password. */
export function DecisionForm({
  detail,
  signer,
  demoPassword,
  patientReads,
}: {
  detail: ClearanceDetail;
  signer: string;
  demoPassword: string | null;
  patientReads: PatientReads;
}) {
  const t = useTranslations("clearances.decide");
  const errorWords = useErrorWords();
  const router = useRouter();
  const [failed, setFailed] = useState<FailedDecision | null>(null);
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const form = useForm<DecisionValues, unknown, DecideClearanceInput>({
    resolver: decisionResolver,
    shouldFocusError: false,
    defaultValues: startOf(detail),
  });
  const { control, formState, register } = form;
  const outcome = useChosenOutcome(control);
  const decide = form.handleSubmit(async (values) => {
    setFailed(null);
    setServerErrors({});
    // The evidence on the screen now: a refresh after a conflict brings another, while the draft stays.
    const { evidenceSha256 } = detail;
    const result = await decideClearanceAction({ ...values, evidenceSha256 });
    if (result.status === "done") {
      router.replace(`/clearances?clearance=${detail.clearanceId}`);
      router.refresh();
    } else if (result.status === "invalid") setServerErrors(result.fields);
    else setFailed(result);
  });
  const wrong = { ...serverErrors, ...flatErrors(formState.errors) };
  const errorOf = (name: string) => (wrong[name] === undefined ? undefined : errorWords(wrong[name]));
  const label = (name: string) => {
    if (name === "password") return t("password");
    if (name === "reason") return t(outcome === "returned" ? "question" : "reason");
    return isTermField(name) ? t(name) : t("legend");
  };
  return (
    <FormProvider {...form}>
      <form aria-label={t("legend")} className="grid gap-3" noValidate onSubmit={(event) => void decide(event)}>
        <ErrorSummary
          errors={Object.entries(wrong).map(([name, key]) => ({ name, message: `${label(name)}: ${errorWords(key)}` }))}
        />
        {failed === null ? null : <Failure failed={failed} />}
        <Outcomes error={errorOf("outcome")} outcomes={detail.outcomes} />
        <TermFields detail={detail} errorOf={errorOf} outcome={outcome} />
        <div className="grid items-end gap-3 md:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_300px_auto]">
          <div className="flex items-start gap-2.5 self-center md:max-xl:col-span-2">
            <StepNumber n={2} />
            <WhatThePatientReads detail={detail} patientReads={patientReads} />
          </div>
          <TextField
            autoComplete="current-password"
            error={errorOf("password")}
            hint={demoPassword === null ? undefined : t("demoHint", { password: demoPassword })}
            label={t("password")}
            type="password"
            {...register("password")}
          />
          <Button className="min-h-10 px-4" isPending={formState.isSubmitting} type="submit" variant="primary">
            <Icon name="finger" />
            {t("sign", { name: signer })}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function Outcomes({ outcomes, error }: { outcomes: readonly DecisionOutcome[]; error: string | undefined }) {
  const t = useTranslations("clearances.decide");
  const box = useRef<HTMLDivElement>(null);
  const { register } = useFormContext<DecisionValues>();
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches("input:not([type=radio]), textarea, select");
      if (isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
      const radio = box.current?.querySelectorAll<HTMLInputElement>("input[type=radio]")[Number(event.key) - 1];
      if (!radio) return;
      radio.click();
      radio.focus();
    };
    window.addEventListener("keydown", choose);
    return () => window.removeEventListener("keydown", choose);
  }, []);
  return (
    <div className="flex items-start gap-2.5" ref={box}>
      <StepNumber n={1} />
      <div className="min-w-0 flex-1">
        <RadioGroup
          choices={outcomes.map((outcome, index) => ({
            value: outcome,
            label: t(outcome),
            start: outcome === "returned" ? <Icon name="message" /> : <Shape name={outcome} size={18} />,
            end: <KeyHint>{index + 1}</KeyHint>,
          }))}
          error={error}
          hint={outcomes.length > 1 ? t("note") : undefined}
          label={t("legend")}
          look="box"
          rowsClass={outcomes.length > 1 ? "grid gap-2 sm:grid-cols-2 xl:grid-cols-[1fr_1.3fr_1fr_1fr]" : "grid"}
          {...register("outcome")}
        />
      </div>
    </div>
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
