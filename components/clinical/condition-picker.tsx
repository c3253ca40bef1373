"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useId, useState } from "react";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { controlClass } from "@/components/ui/field";
import { searchConditions, type ConditionEntry } from "@/lib/clinical/condition-search";

/**
 * The coded conditions as native checkboxes; a text above narrows them and puts the best first. A chosen one never disappears, and
 * without JavaScript all of them stand there. Needs the client messages of `conditions`.
 */
export function ConditionPicker({
  conditions,
  ...group
}: Omit<ComponentProps<typeof CheckboxGroup>, "choices"> & { conditions: readonly ConditionEntry[] }) {
  const t = useTranslations("conditions");
  const locale = useLocale();
  const id = useId();
  const [text, setText] = useState("");
  const found = searchConditions(text, conditions);
  const others = conditions.filter((entry) => !found.includes(entry));
  return (
    <div className="grid gap-1.5">
      <label className="sr-only" htmlFor={id}>
        {t("find")}
      </label>
      <input
        autoComplete="off"
        className={controlClass}
        id={id}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // Enter here asks for no more than what is shown already; it must not send the form around it.
          if (event.key === "Enter") event.preventDefault();
        }}
        placeholder={t("find")}
        type="search"
        value={text}
      />
      <p className="min-h-4 text-12 text-ink-3 roomy:min-h-6 roomy:text-16" role="status">
        {text.trim() === "" ? null : t("found", { count: found.length })}
      </p>
      <CheckboxGroup
        {...group}
        choices={[...found, ...others].map((entry) => ({
          value: entry.code,
          label: entry.label[locale],
          hint: entry.meaning[locale],
          end: entry.snomed === null ? undefined : <SnomedCode {...entry.snomed} />,
          isHidden: !found.includes(entry),
        }))}
        rowsClass={group.rowsClass ?? "grid max-h-72 overflow-y-auto"}
      />
    </div>
  );
}

/** The code under which other systems know the condition; its own name shows on pointing. */
function SnomedCode({ code, display }: { code: string; display: string }) {
  const t = useTranslations("conditions");
  return (
    <span className="whitespace-nowrap ps-2 text-12 tabular-nums text-ink-3" title={display}>
      {t("snomed", { code })}
    </span>
  );
}
