"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { DateField, TextField } from "@/components/ui/text-field";
import type { AdmissionValues } from "./admission-form";
import { useField } from "./use-field-words";

/** Who the patient is, and the name they sign in with. */
export function IdentityFields() {
  const t = useTranslations("admission");
  const { register } = useFormContext<AdmissionValues>();
  const field = useField();
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
