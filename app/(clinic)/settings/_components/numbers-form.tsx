"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useErrorWords } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { changeNumbers } from "../actions";
import { errorIn, FormAnswer } from "./form-answer";
import { asking } from "./form-state";
import { NumberRow, type NumberLine } from "./number-row";

export type NumberSection = { title: string; lines: readonly NumberLine[] };

/** The numbers of one view, one reason, one new version. Who may not change them reads them. */
export function NumbersForm({
  version,
  sections,
  mayChange,
}: {
  version: number;
  sections: readonly NumberSection[];
  mayChange: boolean;
}) {
  const t = useTranslations("settings");
  const errorWords = useErrorWords();
  const [state, change] = useActionState(changeNumbers, asking);
  const lines = sections.flatMap(({ lines: of }) => of);
  const nameOf = (field: string) => {
    if (field === "reason") return t("form.reason");
    return lines.find(({ id }) => field === `values.${id}`)?.label ?? null;
  };
  const errorOf = (field: string) => {
    const key = errorIn(state, field);
    return key === undefined ? undefined : errorWords(key);
  };
  const list = sections.map(({ title, lines: of }) => (
    <section aria-label={title} key={title}>
      <h3 className="border-b border-line bg-inset px-4 py-1.5 text-13 font-semibold">{title}</h3>
      <ul>
        {of.map((line) => (
          <NumberRow
            edit={
              mayChange
                ? {
                    typed: state.typed[`values.${line.id}`],
                    isReset: state.typed[`reset.${line.id}`] === "on",
                    error: errorOf(`values.${line.id}`),
                  }
                : null
            }
            key={line.id}
            line={line}
          />
        ))}
      </ul>
    </section>
  ));
  if (!mayChange) return list;
  return (
    <form action={change} key={state.attempt} noValidate>
      <div className="px-4 not-empty:pb-3">
        <FormAnswer nameOf={nameOf} state={state} />
      </div>
      <input name="version" type="hidden" value={state.typed["version"] ?? version} />
      {list}
      <div className="grid max-w-2xl gap-3 px-4 py-4">
        <TextArea
          defaultValue={state.typed["reason"]}
          error={errorOf("reason")}
          hint={t("form.reasonHint")}
          label={t("form.reason")}
          maxLength={1000}
          name="reason"
          rows={2}
        />
        <div>
          <SubmitButton>{t("form.save", { number: version + 1 })}</SubmitButton>
        </div>
      </div>
    </form>
  );
}
