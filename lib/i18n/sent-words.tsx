"use client";

import { type ReactNode, useMemo } from "react";
import { AddedWords, type SomeWords } from "./added-words";

/** Reads the words that `client-messages` sends. */
export function SentWords({ json, children }: { json: string; children: ReactNode }) {
  const words = useMemo(() => read(json), [json]);
  return <AddedWords words={words}>{children}</AddedWords>;
}

function read(json: string): SomeWords {
  const words: unknown = JSON.parse(json);
  return areWords(words) ? words : {};
}

const areWords = (read: unknown): read is SomeWords => typeof read === "object" && read !== null;
