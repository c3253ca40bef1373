"use client";

import { type ComponentProps, useId, useState } from "react";
import { CheckboxGroup } from "./choice-groups";
import { controlClass } from "./field";

/** Checkboxes for a long list: a text above narrows the rows. A chosen row never disappears. */
export function FilteredCheckboxGroup({
  filterLabel,
  ...props
}: ComponentProps<typeof CheckboxGroup> & { filterLabel: string }) {
  const [text, setText] = useState("");
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const choices = props.choices.map((choice) => ({
    ...choice,
    isHidden: !choice.label.toLowerCase().includes(wanted),
  }));
  return (
    <div className="grid gap-1.5">
      <label className="sr-only" htmlFor={id}>
        {filterLabel}
      </label>
      <input
        className={controlClass}
        id={id}
        onChange={(event) => setText(event.target.value)}
        placeholder={filterLabel}
        type="search"
        value={text}
      />
      <CheckboxGroup {...props} choices={choices} rowsClass={props.rowsClass ?? "grid max-h-72 overflow-y-auto"} />
    </div>
  );
}
