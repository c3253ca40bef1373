"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { fieldId } from "@/components/ui/field-id";
import { Disclosure } from "@/components/ui/small-parts";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useField } from "../../../../new/_components/use-field-words";
import type { Signer } from "../../_components/restrictions/sign-line";
import type { NextEpisodeValues } from "./next-episode-form";

/** The summary that is signed, why the running episode ends, and the password. */
export function EndingFields({ document, signer }: { document: ReactNode; signer: Signer }) {
  const t = useTranslations("episodeEnd");
  const hint = useTranslations("episode.restrictions");
  const { register } = useFormContext<NextEpisodeValues>();
  const field = useField();
  return (
    <Card title={t("next.ending")}>
      <div className="grid gap-3">
        <p className="text-ink-2">{t("form.also")}</p>
        <div id={fieldId("ending.summarySha256")} tabIndex={-1}>
          <Disclosure summary={t("next.summary")}>{document}</Disclosure>
        </div>
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
