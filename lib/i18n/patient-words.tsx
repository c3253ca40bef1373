"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { FromFile, wordsFile } from "./words-file";

const files = {
  en: wordsFile((keep) => dynamic(() => import("@/messages/files/patient.en.json").then(keep))),
  es: wordsFile((keep) => dynamic(() => import("@/messages/files/patient.es.json").then(keep))),
};

/** The words of the patient's pages for what runs in the browser, from a file of their own that a phone keeps: `messages/files`, by words-files.json. */
export function PatientWords({ children }: { children: ReactNode }) {
  return <FromFile files={files}>{children}</FromFile>;
}
