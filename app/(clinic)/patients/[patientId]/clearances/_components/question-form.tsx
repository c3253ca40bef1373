"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import { Select, type Choice } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { ActionResult } from "@/lib/action";

/** Words in answer to a patient's question, with what it is about where the patient did not say. */
export function QuestionForm({
  field,
  label,
  hint,
  words = "",
  most,
  choices,
  submit,
  send,
  onSent,
}: {
  field: "answer" | "question";
  label: string;
  hint?: string;
  words?: string;
  most: number;
  choices?: readonly Choice[] | undefined;
  submit: string;
  send: (words: string, chosen: string) => Promise<ActionResult<void>>;
  onSent: () => void;
}) {
  const t = useTranslations("clearances.questions");
  const errorWords = useErrorWords();
  const [result, setResult] = useState<ActionResult<void> | null>(null);
  const [isPending, startTransition] = useTransition();
  const errors = result?.status === "invalid" ? result.fields : {};
  const errorOf = (name: string) => (errors[name] === undefined ? undefined : errorWords(errors[name]));
  const submitted = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    startTransition(async () => {
      const answered = await send(typed(field), typed("subjectId"));
      setResult(answered);
      if (answered.status === "done") onSent();
    });
  };
  const failure =
    result === null || result.status === "done" || result.status === "invalid"
      ? null
      : result.status === "conflict"
        ? t("conflict")
        : t("failed");
  return (
    <form className="grid min-w-72 gap-3" noValidate onSubmit={submitted}>
      {failure === null ? null : <Notice isLive title={failure} tone="stop" />}
      {choices === undefined ? null : (
        <Select
          choices={choices}
          emptyLabel={t("choose")}
          error={errorOf("subjectId")}
          label={t("about")}
          name="subjectId"
        />
      )}
      <TextArea
        defaultValue={words}
        error={errorOf(field)}
        hint={hint}
        label={label}
        maxLength={most}
        name={field}
        rows={3}
      />
      <div>
        <Button isPending={isPending} type="submit" variant="primary">
          {submit}
        </Button>
      </div>
    </form>
  );
}
