import type { ComponentProps, ReactNode } from "react";
import { controlClass, controlProps, Field, type FieldProps } from "./field";

/** A native text input; takes react-hook-form's `register(name)` as it is. `end` stands inside at the right (a unit, a button). */
export function TextField({
  label,
  hint,
  error,
  isOptional,
  end,
  className = "",
  ...input
}: FieldProps & ComponentProps<"input"> & { end?: ReactNode }) {
  const field = { name: input.name, label, hint, error, isOptional };
  const control = (
    <input
      type="text"
      {...input}
      {...controlProps(field)}
      className={`${controlClass} ${end ? "pe-16" : ""} ${className}`}
    />
  );
  return (
    <Field field={field}>
      {end ? (
        <div className="relative">
          {control}
          <span className="absolute inset-y-0 end-2.5 flex items-center text-ink-3">{end}</span>
        </div>
      ) : (
        control
      )}
    </Field>
  );
}

/** A day, in the reader's own notation. */
export function DateField(props: Omit<ComponentProps<typeof TextField>, "type">) {
  return <TextField {...props} type="date" />;
}

/** A number typed as text, so that a wheel or a slip never changes it; the unit stands beside it. */
export function NumberField({
  unit,
  decimals = false,
  ...props
}: Omit<ComponentProps<typeof TextField>, "type" | "inputMode" | "end"> & { unit?: string; decimals?: boolean }) {
  return <TextField autoComplete="off" {...props} end={unit} inputMode={decimals ? "decimal" : "numeric"} />;
}
