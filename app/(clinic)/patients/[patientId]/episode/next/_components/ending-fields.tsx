"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useField } from "../../../../new/_components/use-field-words";
import type { Signer } from "../../_components/restrictions/sign-line";
import type { NextEpisodeValues } from "./next-episode-form";

/** Why the running episode ends, and the password that signs it. */
export function EndingFields({ patientId, signer }: { patientId: string; signer: Signer }) {
  const t = useTranslations("episodeEnd");
  const hint = useTranslations("episode.restrictions");
  const { register } = useFormContext<NextEpisodeValues>();
  const field = useField();
  return (
    <Card title={t("next.ending")}>
      <div className="grid gap-3">
        <p className="text-ink-2">
          {t("form.also")}{" "}
          <AppLink className="link" href={`/patients/${patientId}/episode/end`}>
            {t("next.summary")}
          </AppLink>
        </p>
        <TextArea {...field("ending.reason")} {...register("ending.reason")} maxLength={1000} rows={2} />
        <div className="w-72 max-w-full">
          <TextField
            {...field("ending.password")}
            {...register("ending.password")}
            autoComplete="current-password"
            hint={signer.demoPassword === null ? undefined : hint("demoPassword", { password: signer.demoPassword })}
            type="password"
          />
        </div>
      </div>
    </Card>
  );
}
