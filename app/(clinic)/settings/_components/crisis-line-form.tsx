"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { useErrorWords } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { changeCrisisLine } from "../actions";
import { errorIn, FormAnswer } from "./form-answer";
import { asking } from "./form-state";

/** The staffed line: a telephone, the promise that somebody answers it, a reason. */
export function CrisisLineForm({ version, phone }: { version: number; phone: string | null }) {
  const t = useTranslations("settings");
  const errorWords = useErrorWords();
  const [state, change] = useActionState(changeCrisisLine, asking);
  const labels: Readonly<Record<string, string>> = {
    crisisPhone: t("crisis.phone"),
    isStaffed: t("crisis.isStaffed"),
    crisisReason: t("form.reason"),
  };
  // The page holds another field named "reason": the answers here stand under names of their own.
  const own =
    state.status === "invalid"
      ? {
          ...state,
          fields: Object.fromEntries(Object.entries(state.fields).map(([field, key]) => [ownName(field), key])),
        }
      : state;
  const errorOf = (field: string) => {
    const key = errorIn(own, field);
    return key === undefined ? undefined : errorWords(key);
  };
  return (
    <form action={change} className="grid max-w-2xl gap-3" key={state.attempt} noValidate>
      <FormAnswer nameOf={(field) => labels[field] ?? null} state={own} />
      <input name="version" type="hidden" value={state.typed["version"] ?? version} />
      <div className="max-w-80">
        <TextField
          autoComplete="off"
          defaultValue={state.typed["crisisPhone"] ?? phone ?? ""}
          error={errorOf("crisisPhone")}
          hint={t("crisis.phoneHint")}
          isOptional
          label={t("crisis.phone")}
          maxLength={40}
          name="crisisPhone"
          type="tel"
        />
      </div>
      <CheckboxGroup
        choices={[{ value: "on", label: t("crisis.isStaffed") }]}
        defaultValues={state.typed["isStaffed"] === "on" ? ["on"] : []}
        error={errorOf("isStaffed")}
        label={t("crisis.title")}
        name="isStaffed"
      />
      <TextArea
        defaultValue={state.typed["crisisReason"]}
        error={errorOf("crisisReason")}
        hint={t("form.reasonHint")}
        label={t("form.reason")}
        maxLength={1000}
        name="crisisReason"
        rows={2}
      />
      <div>
        <SubmitButton variant="secondary">{t("crisis.save")}</SubmitButton>
      </div>
    </form>
  );
}

function ownName(field: string): string {
  return field === "reason" ? "crisisReason" : field;
}
