"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "./form-state";

/** What became of a form: what must be fixed, or in one sentence that it was taken or why not. `nameOf` gives a field's words; null: it stands elsewhere. */
export function FormAnswer({ state, nameOf }: { state: FormState; nameOf: (field: string) => string | null }) {
  const t = useTranslations("settings.form");
  const errorWords = useErrorWords();
  switch (state.status) {
    case "asking":
      return null;
    case "done":
      return <Notice isLive title={t("saved", { number: state.value.version })} tone="ok" />;
    case "invalid":
      return (
        <ErrorSummary
          errors={Object.entries(state.fields).map(([field, key]) => {
            const name = nameOf(field);
            const message = `${name ?? t("elsewhere")}: ${errorWords(key)}`;
            return name === null ? { message } : { name: field, message };
          })}
        />
      );
    case "conflict":
      return <Notice isLive title={t("conflict")} tone="warn" />;
    case "refused":
      return <Notice isLive title={t("nothingChanged")} tone="warn" />;
    default:
      return <Notice isLive title={t("gone")} tone="stop" />;
  }
}

/** The words of a field's error, for beside the field. */
export function errorIn(state: FormState, field: string): string | undefined {
  return state.status === "invalid" ? state.fields[field] : undefined;
}
