"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Disclosure } from "@/components/ui/small-parts";
import type { LineField } from "@/lib/draft/merge-line";
import { isSameLine } from "@/lib/draft/same";
import type { DraftEnd, DraftLine } from "@/lib/schemas/program";
import { differingExercises, type DraftNote, type LeftOver } from "./draft-snapshot";
import { useDraftValues } from "./draft-values";

type Props = {
  note: DraftNote | null;
  ended: DraftEnd | null;
  leftOver: LeftOver | null;
  nameOf: (exercise: string) => string;
  timeZone: string;
  dismissNote: () => void;
  dismissLeftOver: () => void;
};

/** What came into the draft from elsewhere, how it ended, and what could not be saved any more; nothing of it takes the focus. */
export function DraftNotices({ note, ended, leftOver, nameOf, timeZone, dismissNote, dismissLeftOver }: Props) {
  const t = useTranslations("program.notices");
  const format = useFormatter();
  return (
    <>
      {ended === null ? null : (
        <Notice
          isLive
          title={
            ended.because === "signed"
              ? t("signed", {
                  name: ended.by,
                  number: ended.number,
                  at: format.dateTime(new Date(ended.at), "dayTime", { timeZone }),
                })
              : t(ended.because)
          }
          tone="stop"
        >
          {t("endedRest")}{" "}
          <a className="link" href="?">
            {t("reload")}
          </a>
        </Notice>
      )}
      {leftOver === null ? null : <LeftOverNotice dismiss={dismissLeftOver} leftOver={leftOver} nameOf={nameOf} />}
      {note === null ? null : (
        <Notice actions={<Button onClick={dismissNote}>{t("gotIt")}</Button>} isLive title={noteTitle(note, t)}>
          {note.kind === "merged" && note.exercises.length > 0 ? (
            <Disclosure summary={t("which")}>
              <ul className="list-disc ps-5">
                {note.exercises.map((exercise, index) => (
                  <li key={index}>{nameOf(exercise)}</li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </Notice>
      )}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"program.notices">>;

function noteTitle(note: DraftNote, t: Words): string {
  return note.kind === "merged" ? t("merged", { name: note.by, count: note.exercises.length }) : t("restored");
}

/** One's own changes that cannot go anywhere: to read and to copy. */
function LeftOverNotice({
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
  "sets",
  "reps",
  "holdSec",
  "restSec",
  "durationMin",
  "perDay",
  "perWeek",
  "loadKg",
  "rpeMax",
  "side",
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
