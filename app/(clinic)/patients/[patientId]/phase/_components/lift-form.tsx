"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RadioGroup } from "@/components/ui/choice-groups";
import { useErrorWords } from "@/components/ui/form-errors";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { liftHoldAction } from "../actions";
import { AnswerNotice } from "./answer-notice";
import { noAnswer } from "./phase-answer";

/** After a long hold: the phases in which the program may go on, the latest first, and which one is proposed. */
export type Resume = { days: number; proposed: number; phases: { n: number; name: string; hint: string }[] };

/** Lifts a hold with a reason, after saying what follows and for whom; after a long one in a phase that is chosen. Works without JavaScript. */
export function LiftForm({
  holdId,
  patientName,
  resume,
}: {
  holdId: string;
  patientName: string;
  resume: Resume | null;
}) {
  const t = useTranslations("ladder.lift");
  const [answer, lift] = useActionState(liftHoldAction, noAnswer);
  const words = useErrorWords();
  const field = (key: string) => {
    const name = `lift-${holdId}-${key}`;
    const wrong = answer.fields[name];
    return { name, error: wrong === undefined ? undefined : words(wrong), defaultValue: answer.sent[name] };
  };
  const labels = {
    [field("reason").name]: t("reason"),
    [field("phase").name]: t("phase"),
    [field("stayReason").name]: t("stayReason"),
  };
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} done={t("done")} labels={labels} />
      <Disclosure isOpen={answer.status === "invalid" || resume !== null} summary={t("open")}>
        <form action={lift} aria-label={t("open")} className="grid gap-3" noValidate>
          <input name="holdId" type="hidden" value={holdId} />
          {resume === null ? null : (
            <>
              <p>{t("long", { days: resume.days })}</p>
              <RadioGroup
                {...field("phase")}
                choices={resume.phases.map(({ n, name, hint }) => ({
                  value: String(n),
                  label: t("name", { phase: n, name }),
                  hint,
                }))}
                defaultValue={field("phase").defaultValue ?? String(resume.proposed)}
                label={t("phase")}
              />
              {resume.phases.some(({ n }) => n > resume.proposed) ? (
                <TextArea
                  {...field("stayReason")}
                  hint={t("stayHint", { phase: resume.proposed })}
                  isOptional
                  label={t("stayReason")}
                  maxLength={1000}
                  rows={2}
                />
              ) : null}
            </>
          )}
          <TextArea
            {...field("reason")}
            hint={t(resume === null ? "hint" : "hintPhase", { name: patientName })}
            label={t("reason")}
            maxLength={1000}
            rows={2}
          />
          <div>
            <SubmitButton>{t("submit")}</SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
