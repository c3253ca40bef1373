"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { FieldError } from "@/components/ui/field-error";
import type { FormQuestion } from "@/lib/check-in/form-steps";
import type { ClinicContact } from "@/lib/check-in/result";
import type { StepState } from "@/lib/check-in/step-state";
import type { Day } from "@/lib/dates";
import type { Stage, TriageContext } from "@/lib/clinical/triage-content";
import { CallLinks } from "../../../_components/call-links";
import { CheckInScreen } from "./check-in-screen";
import { errorWords } from "./error-words";
import { ScreenButtons } from "./screen-buttons";
import { UnsentResult } from "./unsent-result";
import { useCheckIn } from "./use-check-in";
import type { ShellSending } from "./use-sending";

export type CheckInStepsProps = {
  stage: Stage;
  region: TriageContext["region"];
  steps: FormQuestion[][];
  idempotencyKey: string;
  /** The check-in that was entered in error; `isHeld`: it stopped the exercises, which the correction does not start again. */
  corrects: { checkInId: string; isHeld: boolean } | null;
  /** The day that it is about, where that is not the day on which it is answered. */
  onDay: Day | null;
  clinic: ClinicContact;
  /** Without network: the shell's own way to send the last screen and to show its answer. */
  shell?: ShellSending | undefined;
};

/**
 * One screen after the other. With JavaScript each is answered here, and the last one is queued and sent; without network its answer is shown in
 * place. Without JavaScript each is a plain form that the server answers; what was said on other screens travels along hidden.
 */
export function CheckInSteps(props: CheckInStepsProps) {
  const { stage, region, steps, idempotencyKey, corrects, onDay, clinic } = props;
  const t = useTranslations("patient.checkIn");
  const word = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const { state, action, submit, isSending, unsent, broughtBackFrom } = useCheckIn(props, form);
  useFocusAfterAnswer(form, state);
  const questions = steps[state.step] ?? [];
  const hasErrors = Object.keys(state.errors).length > 0;
  const title = `${hasErrors ? `${word("error")} ` : ""}${t(`titles.${stage}`)} · Phasewise`;
  const formError = errorWords(state.errors["form"], t);
  if (unsent !== null) return <UnsentResult clinic={clinic} unsent={unsent} />;
  return (
    <form
      action={action}
      className="group/form flex flex-1 flex-col gap-5"
      key={state.attempt}
      noValidate
      ref={form}
      onSubmit={submit}
    >
      <title>{title}</title>
      <Hidden name="stage" value={stage} />
      <Hidden name="idempotencyKey" value={idempotencyKey} />
      <Hidden name="corrects" value={corrects?.checkInId ?? ""} />
      <Hidden name="reason" value={t("wrongAnswer")} />
      <Hidden name="onDay" value={onDay ?? ""} />
      <Hidden name="step" value={String(state.step)} />
      <Hidden name="screens" value={String(steps.length)} />
      <OtherScreens questions={questions} values={state.values} />
      {corrects === null ? null : (
        <p className="text-16 text-ink-2">{t(corrects.isHeld ? "correctionHeld" : "correction")}</p>
      )}
      {onDay === null ? null : <p className="text-16 text-ink-2">{t("ofYesterday")}</p>}
      {broughtBackFrom === null ? null : <BroughtBack from={broughtBackFrom} timeZone={clinic.timeZone} />}
      {formError === undefined ? null : (
        <div className="grid gap-3">
          <div role="alert">
            <FieldError id="form-error">{formError}</FieldError>
          </div>
          <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} />
        </div>
      )}
      <CheckInScreen questions={questions} region={region} stage={stage} state={state} />
      <ScreenButtons isSending={isSending} place={{ step: state.step, count: steps.length }} questions={questions} />
    </form>
  );
}

/** Answers of some time ago: each is to be looked at again. */
function BroughtBack({ from, timeZone }: { from: number; timeZone: string }) {
  const t = useTranslations("patient.checkIn");
  const format = useFormatter();
  const time = format.dateTime(new Date(from), { timeZone, hour: "numeric", minute: "2-digit" });
  return <p className="font-semibold">{t("broughtBack", { time })}</p>;
}

/** What was said on other screens. */
function OtherScreens({ questions, values }: { questions: readonly FormQuestion[]; values: StepState["values"] }) {
  const names = new Set(
    questions.flatMap((question) =>
      question.kind === "signs" && question.boxes.some(({ input }) => input === "feverC")
        ? [question.name, "measured-feverC"]
        : [question.name],
    ),
  );
  return Object.entries(values)
    .filter(([name]) => !names.has(name))
    .flatMap(([name, chosen]) => chosen.map((value) => <Hidden key={`${name} ${value}`} name={name} value={value} />));
}

function Hidden({ name, value }: { name: string; value: string }) {
  return <input name={name} type="hidden" value={value} />;
}

/** After an answer the eye and the keyboard belong to what is wrong, or else to the new screen's heading. */
function useFocusAfterAnswer(form: React.RefObject<HTMLFormElement | null>, { attempt }: StepState) {
  useEffect(() => {
    if (attempt === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>("input[aria-invalid=true], [aria-invalid=true] input");
    if (wrong) {
      wrong.focus();
      return;
    }
    const heading = form.current?.querySelector<HTMLElement>("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [attempt, form]);
}
