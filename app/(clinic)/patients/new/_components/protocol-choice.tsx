"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-groups";
import { DateField } from "@/components/ui/text-field";
import { procedureTypes } from "@/lib/clinical/facts";
import { suggestProtocols } from "@/lib/clinical/suggestion";
import type { AdmissionOptions } from "@/lib/records/patients/load-admission-options";
import { episodeRegions } from "@/lib/schemas/patient";
import type { AdmissionValues } from "./admission-form";
import { AlsoFollowsFields } from "./also-follows-fields";
import { useField } from "./use-field-words";

/**
 * The protocol that fits is chosen as soon as the treatment is known, with its reason; why others do not fit stands below. One that counts from
 * its pathway's start asks for that day.
 */
export function ProtocolChoice({ options: { protocols, today } }: { options: AdmissionOptions }) {
  const t = useTranslations("admission");
  const locale = useLocale();
  const { register, control, setValue, clearErrors } = useFormContext<AdmissionValues>();
  const field = useField();
  const episode = useWatch({ control }).episode;
  // An untouched group of radios reads as null, whatever its type says.
  const procedureType = procedureTypes.find((known) => known === episode?.procedureType);
  const region = episodeRegions.find((known) => known === episode?.region);
  const isKnown = procedureType !== undefined && region !== undefined;
  const suggestions = isKnown
    ? suggestProtocols({ procedureType, region, technique: episode?.technique ?? "" }, protocols)
    : [];
  const fitting = suggestions.filter(({ fits }) => fits);
  const best = fitting[0]?.protocol ?? "";
  useEffect(() => {
    setValue("episode.protocolId", best);
    if (best !== "") clearErrors("episode.protocolId");
  }, [best, setValue, clearErrors]);
  const chosen = protocols.find(({ id }) => id === episode?.protocolId);
  const isPathway = chosen?.anchor === "PATHWAY_START";
  useEffect(() => {
    setValue("episode.pathwayStart", isPathway ? today : null);
    clearErrors("episode.pathwayStart");
  }, [isPathway, today, setValue, clearErrors]);
  const titles = new Map(protocols.map(({ id, title }) => [id, title[locale]]));
  return (
    <Card title={t("protocol")}>
      {!isKnown ? <p className="text-ink-2">{t("protocolLater")}</p> : null}
      {isKnown && fitting.length === 0 ? <p className="font-medium text-stop-ink">{t("noProtocol")}</p> : null}
      {fitting.length > 0 ? (
        <RadioGroup
          {...field("episode.protocolId")}
          {...register("episode.protocolId")}
          choices={fitting.map(({ protocol, because }) => ({
            value: protocol,
            label: titles.get(protocol) ?? protocol,
            hint: because[locale],
          }))}
          look="box"
          rowsClass="grid gap-2"
        />
      ) : null}
      {isPathway ? (
        <div className="mt-3 max-w-72">
          <DateField {...field("episode.pathwayStart")} {...register("episode.pathwayStart")} hint={t("pathwayHint")} />
        </div>
      ) : null}
      {chosen === undefined ? null : <AlsoFollowsFields own={chosen.id} protocols={protocols} />}
      {suggestions.length > fitting.length ? (
        <details className="mt-3">
          <summary className="cursor-pointer text-ink-2">{t("whyNot")}</summary>
          <ul className="grid gap-1 pt-2">
            {suggestions
              .filter(({ fits }) => !fits)
              .map(({ protocol, because }) => (
                <li key={protocol}>
                  <span className="font-medium">{titles.get(protocol)}</span>{" "}
                  <span className="text-ink-2">{because[locale]}</span>
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
