import type { ComponentProps, ReactNode } from "react";

/** One radio or checkbox with its words; the whole row is the target. */
export function ChoiceRow({
  children,
  hint,
  end,
  look = "plain",
  className = "",
  ...input
}: ComponentProps<"input"> & { hint?: ReactNode; end?: ReactNode; look?: "plain" | "box" | "chip" }) {
  const looks = {
    plain: "gap-2 py-1 roomy:min-h-11 roomy:py-2",
    box:
      "min-h-11 gap-2.5 rounded-6 border border-edge bg-surface px-3 py-2 font-semibold has-checked:border-accent has-checked:bg-accent-tint " +
      "has-checked:ring-1 has-checked:ring-accent patient:min-h-13 patient:rounded-14",
    chip:
      "min-h-6.5 gap-1.5 rounded-full border border-edge bg-surface px-2.5 text-12 has-checked:border-accent has-checked:bg-accent-tint " +
      "has-checked:font-semibold has-checked:text-accent-ink roomy:min-h-11 roomy:text-16",
  };
  return (
    <label
      className={`flex items-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${looks[look]} ${className}`}
    >
      <input {...input} className="size-4 flex-none accent-accent outline-none roomy:size-6" />
      <span className="min-w-0">
        {children}
        {hint === undefined ? null : <span className="block text-12 font-normal text-ink-3 roomy:text-16">{hint}</span>}
      </span>
      {end === undefined ? null : <span className="ms-auto">{end}</span>}
    </label>
  );
}
