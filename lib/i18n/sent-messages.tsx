"use client";

import { type Messages, NextIntlClientProvider, useLocale } from "next-intl";
import { type ReactNode, useMemo } from "react";

/** Reads the words that `ClientMessages` sends; everything else of the language comes from the provider around it. */
export function SentMessages({ json, children }: { json: string; children: ReactNode }) {
  const messages = useMemo(() => read(json), [json]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

function read(json: string): Partial<Messages> {
  const messages: unknown = JSON.parse(json);
  return areMessages(messages) ? messages : {};
}

const areMessages = (read: unknown): read is Partial<Messages> => typeof read === "object" && read !== null;
