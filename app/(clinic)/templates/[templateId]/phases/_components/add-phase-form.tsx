"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useErrorWords } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextField } from "@/components/ui/text-field";
import { addPhaseAction } from "../actions";
import { noAnswer } from "./phase-answer";
import { PhasesRefused } from "./phases-refused";
import { VersionFields, type Versions } from "./versions";

/** A new phase of the later days of another. */
export function AddPhaseForm({
  phases,
  templateId,
  versions,
}: {
  phases: readonly { n: number; name: string }[];
  templateId: string;
  versions: Versions;
}) {
  const t = useTranslations("templateEditor.add");
  const [answer, add] = useActionState(addPhaseAction, noAnswer);
  const words = useErrorWords();
  const field = (name: string) => {
    const wrong = answer.fields[name];
    return { name, error: wrong === undefined ? undefined : words(wrong), defaultValue: answer.sent[name] };
  };
  return (
    <form action={add} className="grid gap-3" key={JSON.stringify(answer)} noValidate>
      <PhasesRefused status={answer.status} />
      <VersionFields templateId={templateId} versions={versions} />
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <Select
          {...field("after")}
          choices={phases.map(({ n, name }) => ({ value: String(n), label: `${n} ${name}` }))}
          label={t("after")}
        />
        <NumberField {...field("dayStart")} label={t("dayStart")} maxLength={4} />
        <TextField {...field("name.en")} autoComplete="off" label={t("name.en")} lang="en" maxLength={80} />
        <TextField {...field("name.es")} autoComplete="off" label={t("name.es")} lang="es" maxLength={80} />
      </div>
      <div>
        <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
