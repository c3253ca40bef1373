"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { DateField, TextField } from "@/components/ui/text-field";
import type { AdmissionOptions } from "@/lib/records/patients/load-admission-options";
import type { AdmissionValues } from "./admission-form";
import { useField } from "./use-field-words";

/** Other protocols that the episode follows too, an earlier fusion under a pathway above all: each with its own date and the reason. */
export function AlsoFollowsFields({
  templates,
  own,
}: {
  templates: AdmissionOptions["templates"];
  /** The protocol that is chosen. */
  own: string;
}) {
  const t = useTranslations("admission");
  const locale = useLocale();
  const { register, control } = useFormContext<AdmissionValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "episode.alsoFollows" });
  const field = useField();
  const others = templates
    .filter(({ id, isOwn }) => id !== own && !isOwn)
    .map(({ id, title }) => ({ value: id, label: title[locale] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <fieldset className="mt-4 grid gap-2">
      <legend className="mb-1 font-medium">{t("alsoFollows")}</legend>
      <p className="text-12 text-ink-3">{t("alsoFollowsHint")}</p>
      {fields.map(({ id }, index) => {
        const at = `episode.alsoFollows.${index}` as const;
        return (
          <div className="grid items-end gap-3 rounded-6 border border-line p-2.5 sm:grid-cols-2" key={id}>
            <Select
              {...field(`${at}.protocolId`)}
              {...register(`${at}.protocolId`)}
              choices={others}
              emptyLabel={t("choose")}
            />
            <DateField {...field(`${at}.anchorOn`)} {...register(`${at}.anchorOn`)} />
            <TextField {...field(`${at}.reason`)} {...register(`${at}.reason`)} autoComplete="off" />
            <div>
              <Button onClick={() => remove(index)} variant="quiet">
                {t("removeAlso", { n: index + 1 })}
              </Button>
            </div>
          </div>
        );
      })}
      <div>
        <Button onClick={() => append({ protocolId: "", anchorOn: "", reason: "" })}>
          <span aria-hidden="true">+</span> {t("addAlso")}
        </Button>
      </div>
    </fieldset>
  );
}
