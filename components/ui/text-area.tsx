import type { ComponentProps } from "react";
import { controlClass, controlProps, Field, type FieldProps } from "./field";

/** A native text area that grows with its text where the browser can. */
export function TextArea({
  label,
  hint,
  error,
  isOptional,
  className = "",
  ...input
}: FieldProps & ComponentProps<"textarea">) {
  const field = { name: input.name, label, hint, error, isOptional };
  return (
    <Field field={field}>
      <textarea
        rows={3}
        {...input}
        {...controlProps(field)}
        className={`${controlClass} field-sizing-content resize-y py-1.5 roomy:py-2.5 ${className}`}
      />
    </Field>
  );
}
