"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useErrorWords } from "@/components/ui/form-errors";
import { TextArea } from "@/components/ui/text-area";
import { draftLineSchema } from "@/lib/schemas/program";

type Kind = "noteToPatient" | "overrideReason";
type Overlong = {
  typed: ReadonlyMap<string, string>;
  keep: (field: string, text: string | null) => void;
};

const OverlongContext = createContext<Overlong | null>(null);

/** Keeps what was typed and cannot be stored, line by line, so that it is there again when one comes back to the line. */
export function OverlongProvider({ children }: { children: ReactNode }) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const keep = (field: string, text: string | null) =>
    setTyped((before) => {
      const after = new Map(before);
      if (text === null) after.delete(field);
      else after.set(field, text);
      return after;
    });
  return <OverlongContext value={{ typed, keep }}>{children}</OverlongContext>;
}

/**
 * A written part of a line with its count. What the schema refuses stays in the field with the reason and is not put into the draft.
 */
export function WrittenField({
  id,
  kind,
  label,
  value,
  most,
  missing,
  onChange,
}: {
  /** Of the line. */
  id: string;
  kind: Kind;
  label: string;
  value: string | null;
  most: number;
  /** Why an empty field is wrong. */
  missing?: string | undefined;
  onChange: (text: string | null) => void;
}) {
  const t = useTranslations("program.inspector");
  const errorWords = useErrorWords();
  const overlong = useContext(OverlongContext);
  const field = `${kind}-${id}`;
  const typed = overlong?.typed.get(field);
  const shown = typed ?? value ?? "";
  const problem = typed === undefined ? undefined : problemOf(kind, typed);
  const error = problem === undefined ? (shown.trim() === "" ? missing : undefined) : errorWords(problem);
  return (
    <TextArea
      error={error}
      hint={t("count", { count: shown.length, most })}
      label={label}
      name={`inspector-${field}`}
      onChange={(event) => {
        const text = event.target.value;
        const isRefused = problemOf(kind, text) !== undefined;
        overlong?.keep(field, isRefused ? text : null);
        if (!isRefused) onChange(text.trim() === "" ? null : text);
      }}
      rows={2}
      value={shown}
    />
  );
}

function problemOf(kind: Kind, text: string): string | undefined {
  return draftLineSchema.shape[kind].safeParse(text).error?.issues[0]?.message;
}
