import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { SomeWords } from "./added-words";
import { SentWords } from "./sent-words";

/** By language and what was chosen of it: the words never change while the process runs. */
const written = new WeakMap<Messages, Map<string, string>>();

/** Around every page: language, formats, and the words of the parts and of the error page. */
export async function RootMessages({ children }: { children: ReactNode }) {
  const messages = await getMessages();
  const json = writtenOnce(messages, "", ({ ui, errors: { failed } }) => ({ ui, errors: { failed } }));
  return (
    <NextIntlClientProvider messages={{}}>
      <SentWords json={json}>{children}</SentWords>
    </NextIntlClientProvider>
  );
}

/**
 * Sends words of client components to the browser, beside those that come already from around. Words of server components are in the page, so name
 * only what a "use client" leaf inside reads. They travel as one text: React would walk through each of a thousand words, twice, for every page.
 * The patient's pages have theirs in a file instead: `patient-words.tsx`.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const wanted = new Set<string>(namespaces);
  const json = writtenOnce(await getMessages(), namespaces.join(), (messages) =>
    Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.has(namespace))),
  );
  return <SentWords json={json}>{children}</SentWords>;
}

function writtenOnce(messages: Messages, key: string, choose: (messages: Messages) => SomeWords): string {
  const ofLanguage = written.get(messages) ?? new Map<string, string>();
  written.set(messages, ofLanguage);
  const json = ofLanguage.get(key) ?? JSON.stringify(choose(messages));
  ofLanguage.set(key, json);
  return json;
}
