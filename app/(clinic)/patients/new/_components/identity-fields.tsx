"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { DateField, TextField } from "@/components/ui/text-field";
import type { AdmissionValues } from "./admission-form";
import { suggestedSignInName } from "./sign-in-name";
import { useField } from "./use-field-words";

/** Who the patient is, and the name they sign in with. */
export function IdentityFields() {
  const t = useTranslations("admission");
  const { register } = useFormContext<AdmissionValues>();
  const field = useField();
  useSuggestedSignInName();
  return (
    <Card title={t("identity")}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField {...field("identity.givenName")} {...register("identity.givenName")} autoComplete="off" />
        <TextField {...field("identity.familyName")} {...register("identity.familyName")} autoComplete="off" />
        <TextField {...field("identity.mrn")} {...register("identity.mrn")} autoComplete="off" />
        <DateField {...field("identity.birthDate")} {...register("identity.birthDate")} />
        <TextField
          {...field("identity.signInName")}
          {...register("identity.signInName")}
          autoComplete="off"
          hint={t("signInHint")}
        />
        <Select
          {...field("identity.locale")}
          {...register("identity.locale")}
          choices={[
            { value: "en", label: "English" },
            { value: "es", label: "Español" },
          ]}
        />
        <TextField
          {...field("identity.phone")}
          {...register("identity.phone")}
          autoComplete="off"
          isOptional
          type="tel"
        />
      </div>
    </Card>
  );
}

/** The sign-in name follows the name until another is typed. */
function useSuggestedSignInName(): void {
  const { control, getValues, setValue, clearErrors } = useFormContext<AdmissionValues>();
  const { givenName = "", familyName = "" } = useWatch({ control }).identity ?? {};
  const suggestion = suggestedSignInName(givenName, familyName);
  const last = useRef("");
  useEffect(() => {
    if (getValues("identity.signInName") !== last.current) return;
    last.current = suggestion;
    setValue("identity.signInName", suggestion);
    if (suggestion !== "") clearErrors("identity.signInName");
  }, [suggestion, getValues, setValue, clearErrors]);
}
