"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Disclosure } from "@/components/ui/small-parts";
import type { DraftEnd } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import type { DraftNote, LeftOver } from "./draft-snapshot";
import { LeftOverNotice } from "./left-over-notice";

type Props = {
  note: DraftNote | null;
  ended: DraftEnd | null;
  leftOver: LeftOver | null;
  nameOf: (exercise: string) => string;
  timeZone: string;
  dismissNote: () => void;
  dismissLeftOver: () => void;
  close?: () => void;
};

/** What came into the draft from elsewhere, how it ended, and what could not be saved any more; nothing of it takes the focus. */
export function DraftNotices({ note, ended, leftOver, nameOf, timeZone, dismissNote, dismissLeftOver }: Props) {
  const t = useTranslations("program.notices");
  const { patientId, page } = useBuilder();
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
          <a className="link" href={patientId === null ? `/templates/${page.programId}` : "?"}>
            {t(patientId === null ? "reloadTemplate" : "reload")}
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
