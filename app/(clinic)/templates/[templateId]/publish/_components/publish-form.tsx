"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { publishTemplateAction } from "../../../actions";
import { AnswerNotice, useFieldError } from "../../../_components/answer-notice";
import { notAsked } from "../../../_components/template-answer";

/** The note, why it may be less strict, and the password again. What was typed stays, but for the password. */
export function PublishForm({
  templateId,
  versions,
  number,
  name,
  isLessStrict,
  demoPassword,
}: {
  templateId: string;
  versions: { version: number; phasesVersion: number };
  number: number;
  /** As the person signs. */
  name: string;
  isLessStrict: boolean;
  demoPassword: string | null;
}) {
  const t = useTranslations("templates.publish");
  const [answer, publish] = useActionState(publishTemplateAction, notAsked);
  const error = useFieldError(answer);
  const { sent } = answer;
  const labels = { note: t("note"), lessStrictReason: t("lessStrictReason"), password: t("password") };
  return (
    <form action={publish} className="grid gap-4" noValidate>
      <AnswerNotice answer={answer} labels={labels} />
      <input name="templateId" type="hidden" value={templateId} />
      <input name="version" type="hidden" value={versions.version} />
      <input name="phasesVersion" type="hidden" value={versions.phasesVersion} />
      <p className="text-ink-2">{t("what")}</p>
      <TextArea
        defaultValue={sent["note"]}
        error={error("note")}
        hint={t("noteHint")}
        label={labels.note}
        maxLength={1000}
        name="note"
        rows={2}
      />
      {isLessStrict ? (
        <TextArea
          defaultValue={sent["lessStrictReason"]}
          error={error("lessStrictReason")}
          label={labels.lessStrictReason}
          maxLength={1000}
          name="lessStrictReason"
          rows={2}
        />
      ) : null}
      <TextField
        autoComplete="current-password"
        error={error("password")}
        hint={demoPassword === null ? undefined : t("demoPassword", { password: demoPassword })}
        label={labels.password}
        name="password"
        type="password"
      />
      <div>
        <SubmitButton>{t("submit", { number, name })}</SubmitButton>
      </div>
    </form>
  );
}
