import type { ComponentProps, ReactNode } from "react";
import { ChoiceRow } from "./choice-row";
import { FieldNotes, OptionalMark, type FieldProps } from "./field";
import { fieldId } from "./field-id";
import type { Choice } from "./select";

type GroupProps = FieldProps &
  Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "id" | "className"> & {
    /** A hidden choice still shows while it is chosen. */
    choices: readonly (Choice & { start?: ReactNode; end?: ReactNode; isHidden?: boolean })[];
    look?: "plain" | "box" | "chip" | undefined;
    /** How the rows stand; one below the other unless said otherwise. */
    rowsClass?: string | undefined;
  };

function ChoiceGroup({
  type,
  chosen,
  ...props
}: GroupProps & { type: "radio" | "checkbox"; chosen: readonly string[] | undefined }) {
  const { name, label, hint, error, isOptional, choices, look = "plain", rowsClass = "grid", ...input } = props;
  const field = { name, label, hint, error, isOptional };
  const id = fieldId(name);
  return (
    <fieldset
      {...(type === "radio" ? { role: "radiogroup", "aria-invalid": error !== undefined } : {})}
      className="grid min-w-0 gap-1"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="mb-1 font-medium roomy:text-16 patient:text-18 patient:font-semibold">
        {label}
        <OptionalMark field={field} />
      </legend>
      <FieldNotes field={field} />
      <div className={rowsClass}>
        {choices.map((choice, index) => (
          <ChoiceRow
            {...input}
            aria-invalid={error === undefined || type === "radio" ? undefined : true}
            className={choice.isHidden === true ? "not-has-checked:hidden" : ""}
            defaultChecked={chosen?.includes(choice.value)}
            end={choice.end}
            hint={choice.hint}
            id={index === 0 ? id : `${id}-${choice.value}`}
            key={choice.value}
            look={look}
            name={name}
            type={type}
            value={choice.value}
          >
            <span className="flex items-center gap-1.5">
              {choice.start}
              {choice.label}
            </span>
          </ChoiceRow>
        ))}
      </div>
    </fieldset>
  );
}

/** Native radios; nothing is chosen unless `defaultValue` says so. The error summary links to the first one. */
export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string | undefined }) {
  return <ChoiceGroup {...props} chosen={defaultValue === undefined ? undefined : [defaultValue]} type="radio" />;
}

/** Native checkboxes under one name. */
export function CheckboxGroup({
  defaultValues,
  ...props
}: GroupProps & { defaultValues?: readonly string[] | undefined }) {
  return <ChoiceGroup {...props} chosen={defaultValues} type="checkbox" />;
}
