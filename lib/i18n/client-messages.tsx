import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What every page may need in the browser: the parts' own words and the error page. */
const always = ["ui", "errors"] as const;

/**
 * Sends the words of client components to the browser: `ui` and `errors`, and the namespaces named. Words of server components are
 * already in the page, so name only what a "use client" leaf inside reads.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const wanted = new Set<string>([...always, ...namespaces]);
  const sent = Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.has(namespace)));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
