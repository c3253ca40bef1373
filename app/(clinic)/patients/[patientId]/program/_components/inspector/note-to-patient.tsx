"use client";

import { useTranslations } from "next-intl";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { WrittenField } from "./note-field";

type Language = "en" | "es";

/** What the patient reads beside a line, by the language in which they read. */
export const NoteToPatient = {
  en: ({ line }: { line: DraftLine }) => <Note language="en" line={line} />,
  es: ({ line }: { line: DraftLine }) => <Note language="es" line={line} />,
} as const;

function Note({ line, language }: { line: DraftLine; language: Language }) {
  const t = useTranslations("program.inspector");
  const { change } = useBuilder();
  return (
    <WrittenField
      id={line.id}
      kind="noteToPatient"
      label={t(`note.${language}`)}
      most={300}
      onChange={(noteToPatient) => change({ kind: "edit", id: line.id, line: { noteToPatient } }, `note-${line.id}`)}
      value={line.noteToPatient}
    />
  );
}
