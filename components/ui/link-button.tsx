"use client";

import { AppLink, type AppLinkProps } from "./app-link";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { KeyHint } from "./key-hint";

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({
  variant,
  size,
  isWide,
  hotkey,
  className = "",
  children,
  ...rest
}: AppLinkProps & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  isWide?: boolean | undefined;
  hotkey?: string | undefined;
}) {
  return (
    <AppLink
      {...rest}
      {...(hotkey === undefined ? {} : { "aria-keyshortcuts": hotkey })}
      className={`${buttonClass({ variant, size, isWide })} ${className}`}
    >
      {children}
      {hotkey === undefined ? null : <KeyHint onAccent={variant === "primary"}>{hotkey}</KeyHint>}
    </AppLink>
  );
}
