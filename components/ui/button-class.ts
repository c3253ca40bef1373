export type ButtonVariant = "primary" | "secondary" | "quiet" | "stop";
export type ButtonSize = "regular" | "small";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent font-semibold text-on-accent forced-color-adjust-none hover:border-accent-hover hover:bg-accent-hover patient:font-title",
  secondary: "border-line-2 bg-surface text-ink hover:bg-inset patient:border-edge",
  quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
  stop: "border-stop-mark bg-surface text-stop-ink hover:bg-stop-tint",
};

const sizes: Record<ButtonSize, string> = {
  regular: "min-h-7.5 px-2.75 py-1 text-13 roomy:min-h-11 roomy:px-4 roomy:text-16",
  small: "min-h-6.5 px-2 py-0.5 text-12 roomy:min-h-11 roomy:px-3 roomy:text-16",
};

const always =
  "inline-flex items-center justify-center gap-1.5 rounded-6 border font-medium text-center transition-colors " +
  "aria-disabled:border-line aria-disabled:bg-inset aria-disabled:text-ink-3 disabled:border-line disabled:bg-inset disabled:text-ink-3 " +
  "patient:min-h-13 patient:gap-2 patient:rounded-14 patient:border-[1.5px] patient:px-4.5 patient:py-2 patient:text-18 patient:font-semibold";

/** The look of a button, for a real button and for a link that looks like one. */
export function buttonClass({
  variant = "secondary",
  size = "regular",
  isWide = false,
}: {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  isWide?: boolean | undefined;
}): string {
  return `${always} ${sizes[size]} ${variants[variant]} ${isWide ? "w-full" : ""}`;
}
