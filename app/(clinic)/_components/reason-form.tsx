"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import type { ActionResult } from "@/lib/action";

/** One written reason before an act that the record keeps. What was typed stays when the act is refused. */
export function ReasonForm({
  name,
  label,
  hint,
  submitWord,
  onSubmit,
  onCancel,
}: {
  /** Unique on the page. */
  name: string;
  label: string;
  hint: string;
  submitWord: string;
  onSubmit: (reason: string) => Promise<ActionResult<unknown>>;
  onCancel: () => void;
}) {
  const t = useTranslations("patientRecord");
  const ui = useTranslations("ui");
  const [isRefused, setIsRefused] = useState(false);
  const { register, handleSubmit, formState } = useForm<Record<string, string>>({
    defaultValues: { [name]: "" },
    shouldFocusError: false,
  });
  const submit = handleSubmit(async (values) => {
    const result = await onSubmit((values[name] ?? "").trim());
    setIsRefused(result.status === "invalid");
  });
  const validate = (reason: string | undefined) => {
    if (!reason?.trim()) return t("reason.needed");
    return reason.length <= 1000 || t("reason.tooLong");
  };
  const error = formState.errors[name]?.message ?? (isRefused ? t("reason.needed") : undefined);
  return (
    <form className="grid gap-2" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={error === undefined ? [] : [{ name, message: error }]} />
      <TextArea {...register(name, { validate })} autoFocus error={error} hint={hint} label={label} rows={2} />
      <div className="flex flex-wrap gap-2">
        <Button isPending={formState.isSubmitting} type="submit" variant="primary">
          {submitWord}
        </Button>
        <Button onClick={onCancel} variant="quiet">
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}
