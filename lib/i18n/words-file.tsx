"use client";

import { useLocale } from "next-intl";
import { type ComponentType, type ReactNode, use } from "react";
import { AddedWords, type SomeWords } from "./added-words";
import type { Locale } from "./locale";

/** What a file of words becomes when it has come: it draws nothing. */
type Keep = (file: { default: SomeWords }) => ComponentType;
type WordsFile = { words: Promise<SomeWords>; Load: ComponentType };

/**
 * One language's file. Must be loaded by `next/dynamic`, which tells the browser of it in the page's head; the words do not come from that component,
 * because another language would then be another component, and what somebody typed inside it would be lost.
 */
export function wordsFile(loadedBy: (keep: Keep) => ComponentType): WordsFile {
  let arrived: (words: SomeWords) => void = () => undefined;
  const words = new Promise<SomeWords>((resolve) => {
    arrived = resolve;
  });
  const Load = loadedBy((file) => {
    arrived(file.default);
    return () => null;
  });
  return { words, Load };
}

/** Adds the words of the language's file to those around. Without a boundary of its own: a page waits for its words, as for its code. */
export function FromFile({ files, children }: { files: Record<Locale, WordsFile>; children: ReactNode }) {
  const { words, Load } = files[useLocale()];
  return (
    <>
      <Load />
      <Arrived words={words}>{children}</Arrived>
    </>
  );
}

function Arrived({ words, children }: { words: Promise<SomeWords>; children: ReactNode }) {
  return <AddedWords words={use(words)}>{children}</AddedWords>;
}
