import type { ComponentProps } from "react";
import { Icon } from "./icon";
import { KeyHint } from "./key-hint";

/** A search box; put it in a form that posts to a server action and it works without JavaScript. The label is spoken, the placeholder shown. */
export function SearchField({
  label,
  hotkey,
  className = "",
  ...input
}: ComponentProps<"input"> & { label: string; hotkey?: string }) {
  return (
    <label
      className={`flex min-h-7.5 items-center gap-2 rounded-6 border border-edge bg-surface px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus roomy:min-h-11 ${className}`}
    >
      <Icon name="search" />
      <span className="sr-only">{label}</span>
      <input
        type="search"
        {...input}
        aria-keyshortcuts={hotkey}
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-ink-3"
      />
      {hotkey === undefined ? null : <KeyHint>{hotkey}</KeyHint>}
    </label>
  );
}
