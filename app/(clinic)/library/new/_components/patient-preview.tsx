"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-groups";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";

const languages = ["en", "es"] as const;

/** What the patient reads of what is typed, in either language, under the patient's own headings. */
export function PatientPreview() {
  const t = useTranslations("ownExercise.preview");
  const words = useTranslations("patient.exercise");
  const [language, setLanguage] = useState<"en" | "es">(useLocale());
  const { control } = useFormContext<OwnExerciseValues>();
  const [name, instructions] = useWatch({ control, name: ["name", "instructions"] });
  const steps = instructions.steps.map((step) => step[language]).filter((step) => step.trim() !== "");
  return (
    <Card note={t("lead")} title={t("title")}>
      <RadioGroup
        choices={languages.map((value) => ({ value, label: t(value) }))}
        defaultValue={language}
        label={t("language")}
        look="chip"
        name="previewLanguage"
        onChange={(event) => setLanguage(event.target.value === "es" ? "es" : "en")}
        rowsClass="flex flex-wrap gap-2"
      />
      <div className="mt-3 grid gap-3 rounded-14 border border-line bg-inset p-4 text-16">
        <h3 className="text-20 font-bold" lang={name[language].trim() === "" ? undefined : language}>
          {name[language].trim() === "" ? t("nothing") : name[language]}
        </h3>
        <Part language={language} text={instructions.equipment[language]} title={words("need")} />
        <Part language={language} text={instructions.setUp[language]} title={words("setUp")} />
        {steps.length === 0 ? null : (
          <section>
            <h4 className="font-semibold text-ink-2">{words("steps")}</h4>
            <ol className="grid list-decimal gap-1 ps-5" lang={language}>
              {steps.map((step, index) => (
                <li key={index}>{step}</li>
              ))}
            </ol>
          </section>
        )}
        <Part language={language} text={instructions.breathing[language]} title={words("breathing")} />
        <Part language={language} text={instructions.commonMistake[language]} title={words("mistake")} />
        {instructions.stopIf[language].trim() === "" ? null : (
          <p className="rounded-10 border border-care-line bg-care-tint px-3 py-2" lang={language}>
            {instructions.stopIf[language]}
          </p>
        )}
      </div>
    </Card>
  );
}

function Part({ title, text, language }: { title: string; text: string; language: string }) {
  if (text.trim() === "") return null;
  return (
    <section>
      <h4 className="font-semibold text-ink-2">{title}</h4>
      <p lang={language}>{text}</p>
    </section>
  );
}
