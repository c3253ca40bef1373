"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { FieldError } from "@/components/ui/field-error";
import { Select, type Choice } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { askOwnQuestion } from "../actions";
import { blank } from "./ask-state";

const errorKeys = ["required", "tooLong", "chooseOne", "askedAlready", "badCharacters"] as const;

/** One plain form that the server answers, with and without JavaScript. */
export function AskForm({ choices, idempotencyKey }: { choices: readonly Choice[]; idempotencyKey: string }) {
  const t = useTranslations("patient.questions.ask");
  const word = useTranslations("ui");
  const [{ attempt, errors, subjectId, question }, ask] = useActionState(askOwnQuestion, blank);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempt]);
  const errorOf = (field: string) => {
    const known = errorKeys.find((key) => key === errors[field]);
    return errors[field] === undefined ? undefined : t(`errors.${known ?? "failed"}`);
  };
  const isWrong = Object.keys(errors).length > 0;
  return (
    <form action={ask} className="grid gap-5" key={attempt} noValidate ref={form}>
      <title>{`${isWrong ? `${word("error")} ` : ""}${t("title")} · Phasewise`}</title>
      <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
      {errors["form"] === undefined ? null : (
        <div role="alert">
          <FieldError id="form-error">{errors["form"] === "full" ? t("full") : t("errors.failed")}</FieldError>
        </div>
      )}
      <Select
        choices={choices}
        defaultValue={subjectId}
        emptyLabel={t("something")}
        error={errorOf("subjectId")}
        label={t("about")}
        name="subjectId"
      />
      <TextArea
        defaultValue={question}
        error={errorOf("question")}
        hint={t("questionHint")}
        label={t("question")}
        maxLength={500}
        name="question"
        rows={4}
      />
      <SubmitButton isWide>{t("send")}</SubmitButton>
    </form>
  );
}
