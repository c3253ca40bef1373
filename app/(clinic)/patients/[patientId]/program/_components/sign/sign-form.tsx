"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { unverifiedSource } from "@/components/clinical/unverified-mark";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { signDraftAction } from "../../sign/actions";
import { notAnswered, type SignAnswer } from "../../sign/sign-answer";

type SignFormProps = {
  patientId: string;
  programId: string;
  /** Of the draft that is on the page. */
  version: number;
  /** The revision that this draft follows; null: none yet. */
  follows: number | null;
  signer: string;
  /** What follows for the patient. */
  effect: string;
  /** Clearance keys that can be asked for in the same act. */
  askable: readonly { value: string; label: string }[];
  isSignable: boolean;
  demoPassword: string | null;
};

/** The signature: what is asked for with it, and the password again. What was typed stays, but for the password. */
export function SignForm({
  patientId,
  programId,
  version,
  follows,
  signer,
  effect,
  askable,
  isSignable,
  demoPassword,
}: SignFormProps) {
  const t = useTranslations("program.signing");
  const [answer, sign] = useActionState(signDraftAction, notAnswered);
  const words = useErrorWords();
  const wrong = (name: string) => {
    const key = answer.fields[name];
    return key === undefined ? undefined : words(key);
  };
  return (
    <form action={sign} aria-label={t("formTitle")} className="grid gap-3" noValidate>
      <input name="patientId" type="hidden" value={patientId} />
      <input name="programId" type="hidden" value={programId} />
      <input name="version" type="hidden" value={version} />
      <input name="follows" type="hidden" value={follows ?? ""} />
      <ErrorSummary errors={useAnswerErrors(answer)} key={version} />
      <p>{effect}</p>
      {askable.length === 0 ? null : (
        <>
          <CheckboxGroup
            choices={askable}
            defaultValues={answer.sent?.askFor ?? askable.map(({ value }) => value)}
            error={wrong("askFor")}
            hint={t("askHint")}
            label={t("ask")}
            name="askFor"
          />
          <TextArea
            defaultValue={answer.sent?.question}
            error={wrong("question")}
            isOptional
            label={t("question")}
            maxLength={500}
            name="question"
            rows={2}
          />
        </>
      )}
      <TextField
        autoComplete="current-password"
        error={wrong("password")}
        hint={demoPassword === null ? undefined : t("demoPassword", { password: demoPassword })}
        label={t("password")}
        name="password"
        type="password"
      />
      {isSignable ? (
        <SubmitButton isWide>{t("submit", { name: signer })}</SubmitButton>
      ) : (
        <>
          <Button aria-describedby="sign-cannot" aria-disabled="true" isWide>
            {t("submit", { name: signer })}
          </Button>
          <p className="text-12 text-ink-2" id="sign-cannot">
            {t("cannot")}
          </p>
        </>
      )}
    </form>
  );
}

function useAnswerErrors(answer: SignAnswer): { name?: string; message: string }[] {
  const t = useTranslations("program.signing");
  const status = useTranslations("status.unverified");
  const locale = useLocale();
  const words = useErrorWords();
  const { fields, reason, findings } = answer;
  const labels: Readonly<Record<string, string>> = {
    password: t("password"),
    question: t("question"),
    askFor: t("ask"),
  };
  switch (answer.status) {
    case "none":
    case "done":
      return [];
    case "invalid":
      return Object.entries(fields).map(([name, key]) =>
        name in labels
          ? { name, message: `${labels[name] ?? name}: ${words(key)}` }
          : { message: `${t("line")}: ${words(key)}` },
      );
    case "refused": {
      if (reason === "defaultsNotReviewed") return [{ message: t("stops.defaults") }];
      if (reason === "phaseNotInVersion" || reason === "restrictionEndsEarlier")
        return [{ message: t(`stops.${reason}`) }];
      // The finding itself stands on the page, with its sources; here the mark is a word.
      const because = findings.map(({ because: text, source }) => ({
        message: source.includes(unverifiedSource) ? `${text[locale]} (${status("word")})` : text[locale],
      }));
      return [{ message: t("refused") }, ...because];
    }
    case "conflict":
      return [{ message: t("conflict") }];
    case "too-many":
      return [{ message: t("tooMany", { minutes: Math.ceil(answer.retryAfterSec / 60) }) }];
    case "not-found":
      return [{ message: t("gone") }];
  }
}
