"use client";

import { useTranslations } from "next-intl";
import { useState, type ChangeEvent, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import { begin } from "../actions";
import { enter, type Entry } from "./enter";

const fields = ["name", "password"] as const;
type Field = (typeof fields)[number];

/**
 * Name and password. Whatever is wrong about the pair is said with the same words. Two fields need no form library: the page where everybody begins is
 * a third of the JavaScript without one.
 */
export function SignInForm({ chosenLocale }: { chosenLocale: string | null }) {
  const t = useTranslations("signIn");
  const [entry, setEntry] = useState<Entry | null>(null);
  const [missing, setMissing] = useState<readonly Field[]>([]);
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSubmitting) return;
    const form = new FormData(event.currentTarget);
    const [name, password] = [typed(form, "name"), typed(form, "password")];
    const empty = fields.filter((field) => typed(form, field).trim() === "");
    setMissing(empty);
    setEntry(null);
    if (empty.length > 0) return;
    setIsSubmitting(true);
    const answer = await enter("credentials", { name, password });
    setEntry(answer);
    if (answer.status === "done") await begin(chosenLocale);
    setIsSubmitting(false);
  };
  const filled = ({ currentTarget: { name, value } }: ChangeEvent<HTMLInputElement>) => {
    if (value.trim() !== "") setMissing((before) => before.filter((field) => field !== name));
  };
  const nameError = missing.includes("name") ? t("nameNeeded") : undefined;
  const passwordError = missing.includes("password") ? t("passwordNeeded") : undefined;
  return (
    <form className="grid gap-4" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary
        errors={[
          ...(nameError ? [{ name: "name", message: nameError }] : []),
          ...(passwordError ? [{ name: "password", message: passwordError }] : []),
          ...refusal(entry, t),
        ]}
      />
      <TextField
        autoCapitalize="none"
        autoComplete="username"
        error={nameError}
        label={t("name")}
        name="name"
        onChange={filled}
        spellCheck={false}
      />
      <TextField
        autoComplete="current-password"
        end={
          <button
            aria-pressed={isShown}
            className="link min-h-11 px-1 font-medium"
            onClick={() => setIsShown(!isShown)}
            type="button"
          >
            {t(isShown ? "hide" : "show")}
            <span className="sr-only"> {t("password")}</span>
          </button>
        }
        error={passwordError}
        label={t("password")}
        name="password"
        onChange={filled}
        type={isShown ? "text" : "password"}
      />
      <Button isPending={isSubmitting || entry?.status === "done"} isWide type="submit" variant="primary">
        {t("submit")}
      </Button>
    </form>
  );
}

function typed(form: FormData, field: Field): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

function refusal(entry: Entry | null, t: ReturnType<typeof useTranslations<"signIn">>): { message: string }[] {
  if (entry === null || entry.status === "done") return [];
  if (entry.status === "too-many") return [{ message: t("tooMany", { minutes: entry.minutes ?? 15 }) }];
  return [{ message: t(entry.status) }];
}
