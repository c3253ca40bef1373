"use client";

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

/** Some of the product's words, in one language. */
export type SomeWords = NonNullable<ComponentProps<typeof NextIntlClientProvider>["messages"]>;

/** Adds words to those around it, namespace by namespace; language, formats and clock stay. */
export function AddedWords({ words, children }: { words: SomeWords; children: ReactNode }) {
  const around: Messages = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...around, ...words }}>
      {children}
    </NextIntlClientProvider>
  );
}
