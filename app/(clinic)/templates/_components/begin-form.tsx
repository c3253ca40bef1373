"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Select, type Choice } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { beginTemplateAction } from "../actions";
import { AnswerNotice, useFieldError } from "./answer-notice";
import { notAsked } from "./template-answer";

/** From what, and how it is called; works without JavaScript. */
export function BeginForm({
  choices,
  chosen,
  programId,
}: {
  choices: readonly Choice[];
  chosen: string | null;
  /** The program whose lines it takes; null: a template is chosen. */
  programId: string | null;
}) {
  const t = useTranslations("templates.begin");
  const [answer, begin] = useActionState(beginTemplateAction, notAsked);
  const error = useFieldError(answer);
  const { sent } = answer;
  const labels = { from: t("from"), titleEn: t("titleEn"), titleEs: t("titleEs") };
  return (
    <form action={begin} className="grid gap-4" noValidate>
      <AnswerNotice answer={answer} labels={labels} />
      {programId === null ? (
        <Select
          choices={choices}
          defaultValue={sent["from"] ?? chosen ?? ""}
          emptyLabel={t("choose")}
          error={error("from")}
          key={sent["from"]}
          label={labels.from}
          name="from"
        />
      ) : (
        <input name="from" type="hidden" value={`program:${programId}`} />
      )}
      <TextField
        autoComplete="off"
        defaultValue={sent["titleEn"]}
        error={error("titleEn")}
        label={labels.titleEn}
        maxLength={120}
        name="titleEn"
      />
      <TextField
        autoComplete="off"
        defaultValue={sent["titleEs"]}
        error={error("titleEs")}
        hint={t("titleEsHint")}
        isOptional
        label={labels.titleEs}
        maxLength={120}
        name="titleEs"
      />
      <div>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
