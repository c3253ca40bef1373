"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useFormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import type { FormValues } from "./decision-values";

/** Who signs and in which words, for every form that signs decisions. */
export type Signer = { name: string; demoPassword: string | null };

/** The signer's password and the button that signs. */
export function Signing({
  signer,
  error,
  children,
}: {
  signer: Signer;
  error: string | undefined;
  children?: string | undefined;
}) {
  const t = useTranslations("clearances.decide");
  const { register, control } = useFormContext<FormValues>();
  const { isSubmitting } = useFormState({ control });
  const { name, demoPassword } = signer;
  return (
    <>
      <TextField
        autoComplete="current-password"
        error={error}
        hint={demoPassword === null ? undefined : t("demoHint", { password: demoPassword })}
        label={t("password")}
        type="password"
        {...register("password")}
      />
      <Button className="min-h-10 px-4" isPending={isSubmitting} type="submit" variant="primary">
        <Icon name="finger" />
        {children ?? t("sign", { name })}
      </Button>
    </>
  );
}
