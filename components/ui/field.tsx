import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "./field-error";
import { fieldId } from "./field-id";

/** What every field takes: label above, hint, error in words. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Says "optional" beside the label. Fields are required unless they say so. */
  isOptional?: boolean | undefined;
};

export const controlClass =
  "w-full min-h-7.5 rounded-6 border border-edge bg-surface px-2.5 py-1 text-ink placeholder:text-ink-3 " +
  "aria-invalid:border-2 aria-invalid:border-stop-mark disabled:bg-inset disabled:text-ink-3 " +
  "roomy:min-h-11 roomy:px-3 roomy:text-16 patient:min-h-13 patient:rounded-14 patient:border-[1.5px] patient:text-18";

/** The attributes that tie a control to its label, hint and error. */
export function controlProps({ name, hint, error }: FieldProps) {
  const id = fieldId(name);
  const described = [error === undefined ? null : `${id}-error`, hint === undefined ? null : `${id}-hint`].filter(
    (part) => part !== null,
  );
  return {
    id,
    name,
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": described.length === 0 ? undefined : described.join(" "),
  };
}

/** Label, hint and error around one control. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = fieldId(field.name);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1">
      <label className="font-medium roomy:text-16 patient:text-18 patient:font-semibold" htmlFor={id}>
        {field.label}
        <OptionalMark field={field} />
      </label>
      <FieldNotes field={field} />
      {children}
    </div>
  );
}

/** Hint and error of a field or of a group of choices. */
export function FieldNotes({ field }: { field: FieldProps }) {
  const id = fieldId(field.name);
  return (
    <>
      {field.hint === undefined ? null : (
        <p className="text-12 text-ink-3 roomy:text-16 roomy:text-ink-2" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error === undefined ? null : <FieldError id={`${id}-error`}>{field.error}</FieldError>}
    </>
  );
}

export function OptionalMark({ field }: { field: FieldProps }) {
  const t = useTranslations("ui");
  return field.isOptional === true ? <span className="font-normal text-ink-3"> · {t("optional")}</span> : null;
}
