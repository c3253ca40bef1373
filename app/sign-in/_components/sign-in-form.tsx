"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import { signInSchema } from "@/lib/schemas/sign-in";
import { begin } from "../actions";
import { enter, type Entry } from "./enter";

/** Name and password. Whatever is wrong about the pair is said with the same words. */
export function SignInForm({ chosenLocale }: { chosenLocale: string | null }) {
  const t = useTranslations("signIn");
  const [entry, setEntry] = useState<Entry | null>(null);
  const [isShown, setIsShown] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(signInSchema),
    defaultValues: { name: "", password: "" },
    shouldFocusError: false,
  });
  const submit = handleSubmit(
    async ({ name, password }) => {
      const answer = await enter("credentials", { name, password });
      setEntry(answer);
      if (answer.status === "done") await begin(chosenLocale);
    },
    () => setEntry(null),
  );
  const { errors, isSubmitting } = formState;
  const nameError = errors.name ? t("nameNeeded") : undefined;
  const passwordError = errors.password ? t("passwordNeeded") : undefined;
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
        {...register("name")}
        autoCapitalize="none"
        autoComplete="username"
        error={nameError}
        label={t("name")}
        spellCheck={false}
      />
      <TextField
        {...register("password")}
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
        type={isShown ? "text" : "password"}
      />
      <Button isPending={isSubmitting || entry?.status === "done"} isWide type="submit" variant="primary">
        {t("submit")}
      </Button>
    </form>
  );
}

function refusal(entry: Entry | null, t: ReturnType<typeof useTranslations<"signIn">>): { message: string }[] {
  if (entry === null || entry.status === "done") return [];
  if (entry.status === "too-many") return [{ message: t("tooMany", { minutes: entry.minutes ?? 15 }) }];
  return [{ message: t(entry.status) }];
}
