import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { SentMessages } from "./sent-messages";

/** What every page may need in the browser: the parts' own words and the error page. */
const always = ["ui", "errors"] as const;

/** By language and namespaces: the words never change while the process runs. */
const written = new WeakMap<Messages, Map<string, string>>();

/**
 * Sends the words of client components to the browser: `ui` and `errors`, and the namespaces named. Words of server components are
 * already in the page, so name only what a "use client" leaf inside reads. They travel as one text: React would walk through each of a thousand
 * words, twice, for every page.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const json = writtenOnce(await getMessages(), [...always, ...namespaces]);
  return (
    <NextIntlClientProvider messages={null}>
      <SentMessages json={json}>{children}</SentMessages>
    </NextIntlClientProvider>
  );
}

function writtenOnce(messages: Messages, namespaces: readonly string[]): string {
  const ofLanguage = written.get(messages) ?? new Map<string, string>();
  written.set(messages, ofLanguage);
  const key = namespaces.join();
  const wanted = new Set(namespaces);
  const json =
    ofLanguage.get(key) ??
    JSON.stringify(Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.has(namespace))));
  ofLanguage.set(key, json);
  return json;
}
