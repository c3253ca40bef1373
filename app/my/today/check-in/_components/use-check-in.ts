import { useTranslations } from "next-intl";
import { useActionState, useState, type RefObject, type SubmitEvent } from "react";
import { nextStep, ways } from "@/lib/check-in/next-step";
import { sentValues } from "@/lib/check-in/sent-form";
import { firstStep, type StepState } from "@/lib/check-in/step-state";
import { worryOf } from "@/lib/check-in/urgent";
import { answerStep } from "../actions";
import type { CheckInStepsProps } from "./check-in-steps";
import { useBegun } from "./use-begun";
import { useSending } from "./use-sending";

/** Where the form stands, and how each of its screens is answered: here, or without JavaScript by the server's action. */
export function useCheckIn(
  { stage, steps, idempotencyKey, corrects, onDay, shell }: CheckInStepsProps,
  form: RefObject<HTMLFormElement | null>,
) {
  const t = useTranslations("patient.checkIn");
  const [served, action] = useActionState(answerStep, firstStep);
  const [here, setHere] = useState<StepState | null>(null);
  const state = here ?? served;
  const about = corrects?.checkInId ?? onDay ?? "";
  const begun = useBegun({ stage, about, screens: steps.length }, form, setHere);
  const { send, isSending, unsent } = useSending(shell, {
    onSafe: begun.drop,
    onRefused: () => setHere((last) => last && { ...last, attempt: last.attempt + 1, errors: { form: "failed" } }),
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const values = sentValues(new FormData(event.currentTarget));
    const { submitter } = event.nativeEvent;
    const go = ways.find((way) => submitter instanceof HTMLButtonElement && way === submitter.value) ?? "on";
    const next = nextStep(steps, state, { step: state.step, values, go });
    if ("state" in next) {
      setHere(next.state);
      begun.keep(next.state);
      return;
    }
    setHere({ ...state, values: next.values });
    const { answers } = next;
    const body = {
      idempotencyKey,
      stage,
      answers,
      ...(onDay === null ? {} : { onDay }),
      ...(corrects === null ? {} : { corrects: { checkInId: corrects.checkInId, reason: t("wrongAnswer") } }),
    };
    void send({ body, worry: worryOf(steps, answers), madeAt: new Date() });
  };
  return { state, action, submit, isSending, unsent, broughtBackFrom: begun.broughtBackFrom };
}
