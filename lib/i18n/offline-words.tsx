"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { FromFile, wordsFile } from "./words-file";

const files = {
  en: wordsFile((keep) => dynamic(() => import("@/messages/files/offline.en.json").then(keep))),
  es: wordsFile((keep) => dynamic(() => import("@/messages/files/offline.es.json").then(keep))),
};

/** The words of the pages without network, which are written in the browser, all of them; from a file as those of `patient-words.tsx`. */
export function OfflineWords({ children }: { children: ReactNode }) {
  return <FromFile files={files}>{children}</FromFile>;
}
