"use client";

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";

/** Tells react-aria's parts the language of the page instead of the browser's. Needed once, above dialogs and menus. */
export function InteractionLocale({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
