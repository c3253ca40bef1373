"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-groups";
import { LinkButton } from "@/components/ui/link-button";
import type { Text } from "@/lib/clinical/facts";
import { NextEpisodeForm, type NextEpisodeProps } from "./next-episode-form";

type Open = NonNullable<NextEpisodeProps["open"]> & { protocol: Text; day: number; phase: number | null };

/** What becomes of the episode that runs: it ends, or the new treatment is followed beside it. */
export function NextEpisodeChoice({ open, ...props }: Omit<NextEpisodeProps, "open"> & { open: Open | null }) {
  const t = useTranslations("episodeEnd.next");
  const locale = useLocale();
  const [choice, setChoice] = useState("stop");
  if (open === null) return <NextEpisodeForm {...props} open={null} />;
  const { protocol, day, phase } = open;
  return (
    <>
      <Card>
        <p className="mb-2">{t("runs", { title: protocol[locale], day, phase: phase ?? "none" })}</p>
        <RadioGroup
          choices={(["stop", "beside"] as const).map((value) => ({
            ...{ value, label: t(value), hint: t(`${value}Hint`) },
          }))}
          defaultValue="stop"
          label={t("choice")}
          name="running"
          onChange={({ target }) => setChoice(target.value)}
          rowsClass="grid gap-1.5"
        />
        {choice === "beside" ? (
          <p className="mt-3">
            <LinkButton href={`/patients/${props.patientId}/episode#protocols`} variant="primary">
              {t("toProtocols")}
            </LinkButton>
          </p>
        ) : null}
      </Card>
      {choice === "stop" ? <NextEpisodeForm {...props} open={open} /> : null}
    </>
  );
}
