import type { ComponentProps } from "react";
import { controlClass, controlProps, Field, type FieldProps } from "./field";

export type Choice = { value: string; label: string; hint?: string | undefined };

/** A native select. `emptyLabel` adds a first choice without a value, so that nothing is chosen for anyone. */
export function Select({
  label,
  hint,
  error,
  isOptional,
  choices,
  emptyLabel,
  className = "",
  ...input
}: FieldProps &
  Omit<ComponentProps<"select">, "children"> & { choices: readonly Choice[]; emptyLabel?: string | undefined }) {
  const field = { name: input.name, label, hint, error, isOptional };
  return (
    <Field field={field}>
      <select {...controlProps(field)} {...input} className={`${controlClass} ${className}`}>
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
