"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { FieldError } from "@/components/ui/field-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Stage, TriageContext } from "@/lib/clinical/triage-content";
import { answerStep } from "../actions";
import { CheckInScreen } from "./check-in-screen";
import { errorWords } from "./error-words";
import type { ShownQuestion } from "./shown-steps";
import { firstStep, type StepState } from "./step-state";

type StepsProps = {
  stage: Stage;
  region: TriageContext["region"];
  steps: ShownQuestion[][];
  idempotencyKey: string;
  /** The check-in that was entered in error. */
  corrects: string | null;
};

/** One screen after the other. Each is a plain form that the server answers; what was said on other screens travels along hidden. */
export function CheckInSteps({ stage, region, steps, idempotencyKey, corrects }: StepsProps) {
  const t = useTranslations("patient.checkIn");
  const word = useTranslations("ui");
  const [state, answer] = useActionState(answerStep, firstStep);
  const form = useRef<HTMLFormElement>(null);
  useFocusAfterAnswer(form, state);
  const questions = steps[state.step] ?? [];
  const hasErrors = Object.keys(state.errors).length > 0;
  const title = `${hasErrors ? `${word("error")} ` : ""}${t(`titles.${stage}`)} · Phasewise`;
  const names = new Set(
    questions.flatMap(({ name }) => (name === "signs-infection-wound" ? [name, "measured-feverC"] : [name])),
  );
  const formError = errorWords(state.errors["form"], t);
  return (
    <form action={answer} className="group/form flex flex-1 flex-col gap-5" key={state.attempt} noValidate ref={form}>
      <title>{title}</title>
      <Hidden name="stage" value={stage} />
      <Hidden name="idempotencyKey" value={idempotencyKey} />
      <Hidden name="corrects" value={corrects ?? ""} />
      <Hidden name="reason" value={t("wrongAnswer")} />
      <Hidden name="step" value={String(state.step)} />
      <Hidden name="screens" value={String(steps.length)} />
      {Object.entries(state.values)
        .filter(([name]) => !names.has(name))
        .flatMap(([name, values]) =>
          values.map((value) => <Hidden key={`${name} ${value}`} name={name} value={value} />),
        )}
      {corrects === null ? null : <p className="text-16 text-ink-2">{t("correction")}</p>}
      {formError === undefined ? null : (
        <div role="alert">
          <FieldError id="form-error">{formError}</FieldError>
        </div>
      )}
      <CheckInScreen questions={questions} region={region} stage={stage} state={state} />
      <div className="mt-auto grid gap-2">
        <SubmitButton isWide name="go" value="on">
          {t(state.step + 1 < steps.length ? "continue" : "send")}
        </SubmitButton>
        <div className="flex items-center justify-between gap-3 text-16 text-ink-2">
          {state.step === 0 ? (
            <span />
          ) : (
            <button className="link min-h-11 font-medium" name="go" type="submit" value="back">
              {t("back")}
            </button>
          )}
          <span>{t("screens", { n: state.step + 1, count: steps.length })}</span>
        </div>
      </div>
    </form>
  );
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
