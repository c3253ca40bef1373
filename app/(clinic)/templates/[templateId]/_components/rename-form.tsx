"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { TemplatePage } from "@/lib/records/templates/load-template-page";
import { renameTemplateAction } from "../../actions";
import { AnswerNotice, useFieldError } from "../../_components/answer-notice";
import { notAsked } from "../../_components/template-answer";

/** Title in both languages, and the techniques by which the template is suggested. */
export function RenameForm({ draft, templateId }: { draft: NonNullable<TemplatePage["draft"]>; templateId: string }) {
  const t = useTranslations("templates.begin");
  const words = useTranslations("templates.draft");
  const locale = useLocale();
  const [answer, rename] = useActionState(renameTemplateAction, notAsked);
  const error = useFieldError(answer);
  const { sent } = answer;
  const labels = { titleEn: t("titleEn"), titleEs: t("titleEs"), techniques: words("techniques") };
  const techniques = draft.techniques.map((technique) => technique[locale]).join("\n");
  return (
    <form action={rename} className="grid max-w-2xl gap-3" noValidate>
      <AnswerNotice answer={answer} labels={labels} />
      <input name="templateId" type="hidden" value={templateId} />
      <input name="phasesVersion" type="hidden" value={draft.phasesVersion} />
      <TextField
        autoComplete="off"
        defaultValue={sent["titleEn"] ?? draft.title.en}
        error={error("titleEn")}
        label={labels.titleEn}
        maxLength={120}
        name="titleEn"
      />
      <TextField
        autoComplete="off"
        defaultValue={sent["titleEs"] ?? draft.title.es}
        error={error("titleEs")}
        label={labels.titleEs}
        maxLength={120}
        name="titleEs"
      />
      <TextArea
        defaultValue={sent["techniques"] ?? techniques}
        error={error("techniques")}
        hint={words("techniquesHint")}
        label={labels.techniques}
        name="techniques"
        rows={4}
      />
      <div>
        <SubmitButton>{words("save")}</SubmitButton>
      </div>
    </form>
  );
}
