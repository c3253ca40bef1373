"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LineField } from "@/lib/draft/merge-line";
import { dosageKeys, isSameLine } from "@/lib/draft/same";
import type { DraftLine } from "@/lib/schemas/program";
import { differingExercises, type LeftOver } from "./draft-snapshot";
import { useDraftValues } from "./draft-values";

/** One's own changes that cannot go anywhere: to read and to copy. */
export function LeftOverNotice({
  leftOver,
  nameOf,
  dismiss,
}: {
  leftOver: LeftOver;
  nameOf: (exercise: string) => string;
  dismiss: () => void;
}) {
  const t = useTranslations("program.notices");
  const names = differingExercises(leftOver.base, leftOver.draft).map(nameOf);
  const textOf = useTextOf(nameOf);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(textOf(leftOver));
    setCopied(true);
  };
  return (
    <Notice
      actions={
        <>
          <Button onClick={() => void copy()}>{isCopied ? t("copied") : t("copy")}</Button>
          <Button onClick={dismiss}>{t("discard")}</Button>
        </>
      }
      isLive
      title={t("leftOver", { count: names.length })}
      tone="warn"
    >
      <ul className="list-disc ps-5">
        {names.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
    </Notice>
  );
}

const copied = [
  "phase",
  ...dosageKeys,
  "starting",
  "noteToPatient",
  "overrideReason",
] as const satisfies readonly LineField[];

/** Each line that was changed as a text of its own, with what stands in it. */
function useTextOf(nameOf: (exercise: string) => string) {
  const t = useTranslations("program.conflict");
  const valueOf = useDraftValues(nameOf);
  return ({ base, draft }: LeftOver): string =>
    draft.lines
      .filter((line) => !base.lines.some((before) => isSameLine(before, line)))
      .map((line) => {
        const fields = copied.filter((field) => isWritten(line, field));
        return [
          nameOf(line.exercise),
          ...fields.map((field) => `${t(`field.${field}`)}: ${valueOf(line, field)}`),
        ].join("\n  ");
      })
      .join("\n");
}

function isWritten(line: DraftLine, field: (typeof copied)[number]): boolean {
  return field === "phase" || (field in line ? Reflect.get(line, field) : Reflect.get(line.dosage, field)) != null;
}
