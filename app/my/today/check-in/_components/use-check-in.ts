import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState, type RefObject, type SubmitEvent } from "react";
import { nextStep, ways } from "@/lib/check-in/next-step";
import { sentValues } from "@/lib/check-in/sent-form";
import { firstStep, type StepState } from "@/lib/check-in/step-state";
import type { Answer } from "@/lib/clinical/triage-content";
import { answerStep } from "../actions";
import type { CheckInStepsProps } from "./check-in-steps";
import type { Unsent } from "./unsent-result";
import { useBegun } from "./use-begun";

/** The parts that send: asked for when the page opens, while there is still a network. */
const loadSending = () => import("./send-check-in");

/** Where the form stands, and how each of its screens is answered: here, or without JavaScript by the server's action. */
export function useCheckIn(
  { stage, steps, idempotencyKey, corrects, onDay, report }: CheckInStepsProps,
  form: RefObject<HTMLFormElement | null>,
) {
  const t = useTranslations("patient.checkIn");
  const router = useRouter();
  const [served, action] = useActionState(answerStep, firstStep);
  const [here, setHere] = useState<StepState | null>(null);
  const [isSending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const state = here ?? served;
  const begun = useBegun({ stage, about: corrects?.checkInId ?? onDay ?? "", screens: steps.length }, form, setHere);
  useEffect(() => void loadSending().catch(() => null), []);

  const send = async (answers: Record<string, Answer>, last: StepState) => {
    setSending(true);
    // First: what is in the queue must not come back as a form.
    begun.drop();
    const body = {
      idempotencyKey,
      stage,
      answers,
      ...(onDay === null ? {} : { onDay }),
      ...(corrects === null ? {} : { corrects: { checkInId: corrects.checkInId, reason: t("wrongAnswer") } }),
    };
    const outcome = await (report ?? (await loadSending()).sendCheckIn)(body).catch(
      () => ({ status: "refused" }) as const,
    );
    if (outcome.status === "sent") {
      // In its place: going back must not show a form that has been sent.
      router.replace(`/my/today/check-in/${outcome.checkInId}`);
      return;
    }
    setSending(false);
    if (outcome.status === "refused") setHere({ ...last, attempt: last.attempt + 1, errors: { form: "failed" } });
    else setUnsent(outcome);
  };

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
    } else {
      const last = { ...state, values: next.values };
      setHere(last);
      void send(next.answers, last);
    }
  };
  return { state, action, submit, isSending, unsent };
}
