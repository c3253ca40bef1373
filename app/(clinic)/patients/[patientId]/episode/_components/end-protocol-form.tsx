"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { endProtocolAction } from "../actions";
import { AnswerNotice, useFieldError } from "./answer-notice";
import { noAnswer } from "./form-answer";

/** Ends one second protocol with a reason, after saying what follows; works without JavaScript. */
export function EndProtocolForm({
  patientId,
  alsoProtocolId,
  title,
}: {
  patientId: string;
  alsoProtocolId: string;
  title: string;
}) {
  const t = useTranslations("episode.protocols");
  const [answer, end] = useActionState(endProtocolAction, noAnswer);
  const error = useFieldError(answer);
  const name = `endReason-${alsoProtocolId}`;
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={{ [name]: t("endReason") }} />
      <Disclosure isOpen={answer.status === "invalid"} summary={t("end", { title })}>
        <form action={end} className="grid gap-3">
          <input name="patientId" type="hidden" value={patientId} />
          <input name="alsoProtocolId" type="hidden" value={alsoProtocolId} />
          <TextArea
            defaultValue={answer.sent[name]?.[0]}
            error={error(name)}
            hint={t("endHint")}
            label={t("endReason")}
            maxLength={1000}
            name={name}
            rows={2}
          />
          <div>
            <SubmitButton>{t("endNow")}</SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
