"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { controlClass } from "@/components/ui/field";
import { searchTerms } from "@/lib/clinical/library-words";
import type { ExerciseForm } from "@/lib/records/library/load-exercise-form";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { useField } from "./use-field";

/** The sources as native checkboxes; a text above narrows them, and a chosen one never disappears. */
export function SourceFields({ sources }: { sources: ExerciseForm["sources"] }) {
  const t = useTranslations("ownExercise");
  const id = useId();
  const [text, setText] = useState("");
  const { register, control } = useFormContext<OwnExerciseValues>();
  const chosen = useWatch({ control, name: "sources" });
  const field = useField();
  const terms = searchTerms(text);
  const found = sources.filter((source) => {
    const words = searchTerms(`${source.id} ${source.title}`);
    return terms.every((term) => words.some((word) => word.startsWith(term)));
  });
  return (
    <Card note={t("leads.sources")} title={t("groups.sources")}>
      <div className="grid gap-1.5">
        <label className="sr-only" htmlFor={id}>
          {t("findSource")}
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
          placeholder={t("findSource")}
          type="search"
          value={text}
        />
        <p className="flex min-h-4 justify-between text-12 text-ink-3 roomy:min-h-6 roomy:text-16" role="status">
          <span>{terms.length === 0 ? null : t("foundSources", { count: found.length })}</span>
          <span>{t("chosenSources", { count: chosen.length })}</span>
        </p>
        <CheckboxGroup
          {...field("sources")}
          {...register("sources")}
          choices={sources.map((source) => ({
            value: source.id,
            label: source.id,
            hint: source.title,
            isHidden: !found.includes(source),
          }))}
          rowsClass="grid max-h-72 overflow-y-auto rounded-6 border border-line px-2 py-1"
        />
      </div>
    </Card>
  );
}
