"use client";

import { useFormContext } from "react-hook-form";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { useField } from "./use-field";

type InBoth =
  | "name"
  | "synonyms"
  | "bodyRegion"
  | "equipment"
  | "contraindicationWords"
  | "note"
  | `instructions.${"setUp" | "breathing" | "commonMistake" | "stopIf" | "cues" | "equipment" | "textAlternative"}`
  | `instructions.steps.${number}`;

/** The same text in both languages, side by side where there is room. */
export function TextPair({
  name,
  hint,
  isLong = false,
  isOptional,
}: {
  name: InBoth;
  hint?: string;
  isLong?: boolean;
  isOptional?: boolean;
}) {
  const { register } = useFormContext<OwnExerciseValues>();
  const field = useField();
  const Control = isLong ? TextArea : TextField;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(["en", "es"] as const).map((language) => {
        const path = `${name}.${language}` as const;
        return (
          <Control
            key={language}
            {...field(path)}
            {...register(path)}
            autoComplete="off"
            hint={hint}
            isOptional={isOptional}
            lang={language}
            {...(isLong ? { rows: 2 } : {})}
          />
        );
      })}
    </div>
  );
}
