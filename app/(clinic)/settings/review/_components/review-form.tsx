"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signReview } from "../../actions";
import { asking, type FormState } from "../../_components/form-state";

/** One's own signature under the numbers as they stand. */
export function ReviewForm({
  version,
  numbers,
  unverified,
  signer,
  demoPassword,
}: {
  version: number;
  numbers: number;
  unverified: number;
  signer: string;
  demoPassword: string | null;
}) {
  const t = useTranslations("settings.review");
  const errorWords = useErrorWords();
  const [state, sign] = useActionState(signReview, asking);
  const key = state.status === "invalid" ? state.fields["password"] : undefined;
  const error = key === undefined ? undefined : errorWords(key);
  return (
    <form action={sign} className="grid max-w-md gap-3 border-t border-line pt-3" key={state.attempt} noValidate>
      {error === undefined ? (
        <Refusal state={state} />
      ) : (
        <ErrorSummary errors={[{ name: "password", message: `${t("password")}: ${error}` }]} />
      )}
      <input name="version" type="hidden" value={state.typed["version"] ?? version} />
      <p>{t("meaning", { count: numbers, unverified, version: t("of", { number: version }) })}</p>
      <TextField
        autoComplete="current-password"
        error={error}
        hint={demoPassword === null ? undefined : t("demoPassword", { password: demoPassword })}
        label={t("password")}
        name="password"
        type="password"
      />
      <div>
        <SubmitButton>{t("sign", { name: signer })}</SubmitButton>
      </div>
    </form>
  );
}

function Refusal({ state }: { state: FormState }) {
  const t = useTranslations("settings.review");
  switch (state.status) {
    case "asking":
    case "done":
      return null;
    case "refused":
      return <Notice isLive title={t("already")} tone="warn" />;
    case "conflict":
      return <Notice isLive title={t("conflict")} tone="warn" />;
    case "too-many":
      return <Notice isLive title={t("tooMany", { minutes: Math.ceil(state.retryAfterSec / 60) })} tone="stop" />;
    default:
      return <Notice isLive title={t("gone")} tone="stop" />;
  }
}
