"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-groups";
import { DateField } from "@/components/ui/text-field";
import { procedureTypes } from "@/lib/clinical/facts";
import { isCalendarDay, type Day } from "@/lib/clinical/days";
import { suggestTemplates, type TreatmentDates } from "@/lib/clinical/suggestion";
import type { AdmissionOptions } from "@/lib/records/patients/load-admission-options";
import { episodeRegions } from "@/lib/schemas/patient";
import type { AdmissionValues } from "./admission-form";
import { AlsoFollowsFields } from "./also-follows-fields";
import { useField } from "./use-field-words";

/**
 * The template that fits is chosen as soon as the treatment is known, with its reason; why others do not fit stands below. One that counts from
 * its pathway's start asks for that day.
 */
export function ProtocolChoice({ options: { templates, today } }: { options: AdmissionOptions }) {
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
    ? suggestTemplates(
        { procedureType, region, technique: episode?.technique ?? "" },
        templates,
        datesOf(episode, today),
      )
    : [];
  const fitting = suggestions.filter(({ fits }) => fits);
  const best = fitting[0]?.templateId ?? null;
  useEffect(() => {
    setValue("episode.templateId", best);
  }, [best, setValue]);
  const chosen = templates.find(({ templateId }) => templateId === episode?.templateId);
  const protocolId = chosen?.id ?? "";
  useEffect(() => {
    setValue("episode.protocolId", protocolId);
    if (protocolId !== "") clearErrors("episode.protocolId");
  }, [protocolId, setValue, clearErrors]);
  const isPathway = chosen?.anchor === "PATHWAY_START";
  useEffect(() => {
    setValue("episode.pathwayStart", isPathway ? today : null);
    clearErrors("episode.pathwayStart");
  }, [isPathway, today, setValue, clearErrors]);
  const titles = new Map(
    templates.map(({ templateId, title, isOwn, version }) => [
      templateId,
      isOwn ? t("ownTemplate", { title: title[locale], version }) : title[locale],
    ]),
  );
  return (
    <Card title={t("protocol")}>
      {!isKnown ? <p className="text-ink-2">{t("protocolLater")}</p> : null}
      {isKnown && fitting.length === 0 ? <p className="font-medium text-stop-ink">{t("noProtocol")}</p> : null}
      {fitting.length > 0 ? (
        <RadioGroup
          {...field("episode.protocolId")}
          {...register("episode.templateId")}
          choices={fitting.map(({ templateId, because, begins }) => ({
            value: templateId,
            label: titles.get(templateId) ?? templateId,
            hint: begins === null ? because[locale] : `${because[locale]} ${begins[locale]}`,
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
      {chosen === undefined ? null : <AlsoFollowsFields own={chosen.id} templates={templates} />}
      {suggestions.length > fitting.length ? (
        <details className="mt-3">
          <summary className="cursor-pointer text-ink-2">{t("whyNot")}</summary>
          <ul className="grid gap-1 pt-2">
            {suggestions
              .filter(({ fits }) => !fits)
              .map(({ templateId, because }) => (
                <li key={templateId}>
                  <span className="font-medium">{titles.get(templateId)}</span>{" "}
                  <span className="text-ink-2">{because[locale]}</span>
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

function datesOf(
  episode: { procedureDate?: string | undefined; pathwayStart?: string | null | undefined } | undefined,
  today: Day,
): TreatmentDates | null {
  const { procedureDate = "", pathwayStart = null } = episode ?? {};
  if (!isCalendarDay(procedureDate)) return null;
  return {
    today,
    procedureDate,
    pathwayStart: pathwayStart !== null && isCalendarDay(pathwayStart) ? pathwayStart : null,
  };
}
