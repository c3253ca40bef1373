"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { RadioGroup } from "@/components/ui/choice-groups";
import { controlClass } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locale";
import type { AskableSubject } from "@/lib/records/clearances/load-patient-clearances";

/** A list of activities and clearances that a text narrows; each says who decides and when it typically begins. */
export function SubjectPicker({
  askable,
  field,
  error,
  locale,
}: {
  askable: readonly AskableSubject[];
  field: UseFormRegisterReturn<"subjectId">;
  error: string | undefined;
  locale: Locale;
}) {
  const t = useTranslations("clearances.tab");
  const [text, setText] = useState("");
  const id = useId();
  const wanted = folded(text.trim());
  const sorted = askable.toSorted((one, other) => one.name[locale].localeCompare(other.name[locale], locale));
  return (
    <div className="grid gap-1.5">
      <label className="sr-only" htmlFor={id}>
        {t("find")}
      </label>
      <input
        className={controlClass}
        id={id}
        onChange={(event) => setText(event.target.value)}
        placeholder={t("find")}
        type="search"
        value={text}
      />
      <RadioGroup
        choices={sorted.map(({ id: value, name, decidedBy, typicalDay }) => ({
          value,
          label: titled(name[locale]),
          hint: [t(`decides.${decidedBy}`), typicalDay === null ? null : t("typical", { day: typicalDay })]
            .filter((part) => part !== null)
            .join(" · "),
          isHidden: !folded(name[locale]).includes(wanted),
        }))}
        error={error}
        label={t("subject")}
        rowsClass="grid max-h-72 overflow-y-auto rounded-6 border border-line px-2.5 py-1"
        {...field}
      />
    </div>
  );
}

/** "pilates" finds "Pilates", "sesion" finds "sesión". */
function folded(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function titled(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
