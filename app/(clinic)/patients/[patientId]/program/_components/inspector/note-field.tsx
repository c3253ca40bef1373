"use client";

import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/ui/form-errors";
import { TextArea } from "@/components/ui/text-area";
import { draftLineSchema } from "@/lib/schemas/program";
import { useBuilderScreen } from "../builder-screen";

type Kind = "noteToPatient" | "overrideReason";

/** What a field holds at all; a browser grinds to a halt over megabytes pasted by mistake. */
const mostHeld = 10_000;

/**
 * A written part of a line with its count. What the schema refuses stays in the field with the reason, also when one comes back to the line, and is
 * not put into the draft.
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
  const { refused, refuse } = useBuilderScreen();
  const field = `${kind}-${id}`;
  const wrong = refused.get(field);
  const shown = wrong?.typed ?? value ?? "";
  const error = wrong === undefined ? (shown.trim() === "" ? missing : undefined) : errorWords(wrong.problem);
  return (
    <TextArea
      error={error}
      hint={t("count", { count: shown.length, most })}
      label={label}
      maxLength={mostHeld}
      name={`inspector-${field}`}
      onChange={(event) => {
        const text = event.target.value;
        const problem = problemOf(kind, text);
        refuse(field, problem === undefined ? null : { line: id, typed: text, problem });
        if (problem === undefined) onChange(text.trim() === "" ? null : text);
      }}
      rows={2}
      value={shown}
    />
  );
}

function problemOf(kind: Kind, text: string): string | undefined {
  return draftLineSchema.shape[kind].safeParse(text).error?.issues[0]?.message;
}
