"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { retireTemplateAction } from "../../actions";
import { AnswerNotice, useFieldError } from "../../_components/answer-notice";
import { notAsked } from "../../_components/template-answer";

/** Retires the template, with the reason: nobody is assigned it any more. */
export function RetireForm({ templateId }: { templateId: string }) {
  const t = useTranslations("templates.retire");
  const [answer, retire] = useActionState(retireTemplateAction, notAsked);
  const error = useFieldError(answer);
  return (
    <form action={retire} className="grid max-w-2xl gap-3" noValidate>
      <AnswerNotice answer={answer} labels={{ reason: t("reason") }} />
      <p>{t("what")}</p>
      <input name="templateId" type="hidden" value={templateId} />
      <TextArea
        defaultValue={answer.sent["reason"]}
        error={error("reason")}
        label={t("reason")}
        maxLength={1000}
        name="reason"
        rows={2}
      />
      <div>
        <SubmitButton variant="stop">{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
