import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { KeyHint } from "./key-hint";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  isWide?: boolean | undefined;
  /** Stays focusable and says that it is working; a second press does nothing. */
  isPending?: boolean | undefined;
  /** The key that does the same, shown beside the word. */
  hotkey?: string | undefined;
};

/** A native button; `type` is "button" unless said otherwise. An `aria-disabled` one stays focusable so that its reason can be read. */
export function Button({
  variant,
  size,
  isWide,
  isPending = false,
  hotkey,
  className = "",
  children,
  ...rest
}: ButtonProps) {
  const t = useTranslations("ui");
  return (
    <button
      type="button"
      {...rest}
      {...(isPending ? { "aria-disabled": true, onClick: (event) => event.preventDefault() } : {})}
      {...(hotkey === undefined ? {} : { "aria-keyshortcuts": hotkey })}
      className={`${buttonClass({ variant, size, isWide })} ${className}`}
    >
      {children}
      {isPending ? <span role="status">{t("pending")} …</span> : null}
      {hotkey === undefined ? null : <KeyHint onAccent={variant === "primary"}>{hotkey}</KeyHint>}
    </button>
  );
}
