"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { isSameDosage, isSameLine } from "@/lib/draft/same";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";

/** Where a line comes from: the template, the revision in force, the draft; each with its day and its person. */
export function InspectorOrigin({ line }: { line: DraftLine; close?: () => void }) {
  const t = useTranslations("program.inspector.origin");
  const format = useFormatter();
  const { page } = useBuilder();
  const { timeZone, draft } = page;
  const at = (instant: string) => format.dateTime(new Date(instant), "dayTime", { timeZone });
  const day = (instant: string) => format.dateTime(new Date(instant), "dayYear", { timeZone });
  const isTemplates = page.phases.some(({ lines }) =>
    lines.some(({ templateLineId }) => templateLineId === line.templateLineId),
  );
  const revision = page.revisions.find(({ number }) => number === page.currentRevision);
  const signed = page.signedLines.find(({ phase, exercise }) => phase === line.phase && exercise === line.exercise);
  const loaded = draft?.lines.find(({ id }) => id === line.id);
  const isAsLoaded = loaded !== undefined && isSameLine(loaded, line);
  const items: ReactNode[] = [
    isTemplates
      ? t("template", {
          version: page.templateVersion,
          on: page.templatePublishedAt === null ? "none" : "day",
          day: page.templatePublishedAt === null ? "" : day(page.templatePublishedAt),
        })
      : t("library"),
  ];
  if (revision && signed) {
    items.push(
      <>
        {t("revision", { number: revision.number, day: day(revision.signedAt) })} <DosageLine dosage={signed.dosage} />
        {", "}
        {t("signedBy", { name: revision.signedName })}
      </>,
    );
  }
  const isUnchanged = signed !== undefined && isSameDosage(signed.dosage, line.dosage);
  items.push(
    <span className="font-semibold text-ink">
      {isUnchanged ? t("unchanged") : <DraftWords line={line} />}{" "}
      {isAsLoaded && draft ? t("savedAt", { at: at(draft.changedAt), name: draft.changedBy }) : t("justNow")}
    </span>,
  );
  return (
    <section>
      <h3 className="mb-1.5 text-12 font-semibold text-ink-2">{t("title")}</h3>
      <ol>
        {items.map((item, index) => (
          <li
            className="relative grid grid-cols-[14px_minmax(0,1fr)] gap-x-2 pb-1.5 text-12 text-ink-2 not-last:before:absolute not-last:before:start-1.5 not-last:before:top-2 not-last:before:-bottom-1.5 not-last:before:w-px not-last:before:bg-edge"
            key={index}
          >
            <span
              aria-hidden="true"
              className="z-1 ms-0.75 mt-1 size-1.75 rounded-full border-[1.5px] border-edge bg-surface"
            />
            <span>{item}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function DraftWords({ line }: { line: DraftLine }) {
  const t = useTranslations("program.inspector.origin");
  return (
    <>
      {t("draft")} <DosageLine dosage={line.dosage} />.
    </>
  );
}
