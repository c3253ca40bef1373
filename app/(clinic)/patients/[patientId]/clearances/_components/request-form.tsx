"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { flatErrors, useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { ActionResult } from "@/lib/action";
import type { AskableSubject } from "@/lib/records/clearances/load-patient-clearances";
import { requestClearanceSchema, type RequestClearanceInput } from "@/lib/schemas/clearance";
import { requestClearanceAction } from "../actions";
import { SubjectPicker } from "./subject-picker";

/** The therapist's question to whoever decides. */
export function RequestForm({ patientId, askable }: { patientId: string; askable: readonly AskableSubject[] }) {
  const t = useTranslations("clearances.tab");
  const locale = useLocale();
  const errorWords = useErrorWords();
  const [answer, setAnswer] = useState<{ tone: "ok" | "stop"; title: string } | null>(null);
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const { register, handleSubmit, reset, setValue, formState } = useForm<RequestClearanceInput>({
    resolver: zodResolver(requestClearanceSchema),
    shouldFocusError: false,
    defaultValues: { patientId, question: "" },
  });
  const form = useRef<HTMLFormElement>(null);
  const choose = useEffectEvent((subjectId: string) => {
    if (!askable.some(({ id }) => id === subjectId)) return;
    setValue("subjectId", subjectId);
    form.current?.querySelector(":checked")?.scrollIntoView({ block: "nearest" });
  });
  // What the builder wants asked stands after the #: that part of an address reaches no log.
  useEffect(() => choose(/^#ask-(.+)$/.exec(window.location.hash)?.[1] ?? ""), []);
  const ask = handleSubmit(async (request) => {
    setAnswer(null);
    setServerErrors({});
    const result = await requestClearanceAction(request);
    if (result.status === "done") {
      const decider = askable.find(({ id }) => id === request.subjectId)?.decidedBy ?? "surgeon";
      setAnswer({ tone: "ok", title: t("asked", { decider }) });
      reset({ patientId, question: "" });
    } else if (result.status === "invalid") setServerErrors(result.fields);
    else setAnswer({ tone: "stop", title: t(wordOf(result)) });
  });
  const wrong = { ...serverErrors, ...flatErrors(formState.errors) };
  const errorOf = (name: string) => (wrong[name] === undefined ? undefined : errorWords(wrong[name]));
  return (
    <form className="grid gap-3" noValidate ref={form} onSubmit={(event) => void ask(event)}>
      <ErrorSummary
        errors={Object.entries(wrong).map(([name, key]) => ({
          name,
          message: `${name === "question" ? t("question") : t("subject")}: ${errorWords(key)}`,
        }))}
      />
      {answer === null ? null : <Notice isLive title={answer.title} tone={answer.tone} />}
      <SubjectPicker askable={askable} error={errorOf("subjectId")} field={register("subjectId")} locale={locale} />
      <TextArea
        {...register("question")}
        error={errorOf("question")}
        hint={t("questionHint")}
        label={t("question")}
        maxLength={500}
      />
      <div>
        <Button isPending={formState.isSubmitting} type="submit" variant="primary">
          {t("ask")}
        </Button>
      </div>
    </form>
  );
}

type Failed = Exclude<ActionResult<unknown>, { status: "done" } | { status: "invalid" }>;

function wordOf({ status }: Failed): "conflict" | "noEpisode" | "nobody" {
  if (status === "conflict") return "conflict";
  return status === "refused" ? "noEpisode" : "nobody";
}
