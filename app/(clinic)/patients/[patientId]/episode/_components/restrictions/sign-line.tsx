"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

/** Who signs, and the name and hint of the demo's password where there is one. */
export type Signer = { name: string; demoPassword: string | null };

/** The signer's password and the button that signs. */
export function SignLine({
  suffix,
  signer,
  error,
  children,
}: {
  suffix: string;
  signer: Signer;
  error: string | undefined;
  /** What is signed. */
  children: string;
}) {
  const t = useTranslations("episode.restrictions");
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-72 max-w-full">
        <TextField
          autoComplete="current-password"
          error={error}
          hint={signer.demoPassword === null ? undefined : t("demoPassword", { password: signer.demoPassword })}
          label={t("password")}
          name={`password-${suffix}`}
          type="password"
        />
      </div>
      <SubmitButton>{children}</SubmitButton>
    </div>
  );
}
