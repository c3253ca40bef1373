"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { retireExerciseAction } from "../actions";

/** Retiring asks for a reason first; what was typed stays when it is refused. */
export function RetireCard({ code, version }: { code: string; version: number }) {
  const t = useTranslations("ownExercise.retire");
  const router = useRouter();
  const words = useErrorWords();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<"failed" | null>(null);
  const common = useTranslations("ownExercise");
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { retireReason: "" },
    shouldFocusError: false,
  });
  const submit = handleSubmit(async ({ retireReason: reason }) => {
    setFailure(null);
    const result = await retireExerciseAction({ code, version, reason });
    if (result.status === "done") router.push(`/library/${encodeURIComponent(code)}`);
    else if (result.status === "invalid") setError("retireReason", { message: result.fields["reason"] ?? "badValue" });
    else setFailure("failed");
  });
  const key = formState.errors.retireReason?.message;
  const error = key === undefined ? undefined : words(key);
  return (
    <Card className="max-w-4xl" note={t("lead")} title={t("title")}>
      {isAsking ? (
        <form className="grid gap-3" noValidate onSubmit={(event) => void submit(event)}>
          <ErrorSummary errors={error === undefined ? [] : [{ name: "retireReason", message: error }]} />
          {failure === null ? null : <Notice isLive title={common("failed")} tone="stop" />}
          <TextArea
            {...register("retireReason", { validate: (typed) => typed.trim() !== "" || "required" })}
            autoFocus
            error={error}
            label={t("reason")}
            rows={2}
          />
          <div className="flex flex-wrap gap-2">
            <Button isPending={formState.isSubmitting} type="submit" variant="primary">
              {t("submit")}
            </Button>
            <Button onClick={() => setIsAsking(false)} variant="quiet">
              {t("cancel")}
            </Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setIsAsking(true)}>{t("open")}</Button>
      )}
    </Card>
  );
}
