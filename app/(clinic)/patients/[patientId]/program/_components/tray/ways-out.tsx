"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { Finding } from "@/lib/clinical/finding";
import type { Draft } from "@/lib/draft/draft";
import { openingPhase } from "@/lib/draft/opening-phase";
import { useBuilder } from "../builder-context";
import { useLineActs } from "./use-line-acts";

type Line = Draft["lines"][number];
export type WaysOutProps = { line: Line; name: string; findings: readonly Finding[]; close?: () => void };
const askable = ["clearance-missing", "clearance-limit", "individual-decision", "over-limit"];

/** What can be done with a line that cannot be signed: the phase in which it opens, a question to whoever decides, or without it. */
export function WaysOut({ line, name, findings }: WaysOutProps) {
  const t = useTranslations("program.line");
  const locale = useLocale();
  const { page, patientId, judge, content } = useBuilder();
  const acts = useLineActs();
  const phases = page.phases.map(({ n }) => n);
  const opens = openingPhase(line, phases, judge);
  const isAskable = patientId !== null && findings.some(({ rule }) => askable.includes(rule));
  const key = content.exercises[line.exercise]?.clearanceKey;
  const asked = key === undefined ? "" : `#ask-${key}`;
  const title = page.phases.find(({ n }) => n === opens)?.name[locale] ?? "";
  return (
    <>
      {opens === null ? null : (
        <Button
          aria-label={t("wayOut.moveLong", { name, n: opens, phase: title })}
          onClick={() => acts.moveTo([line.id], opens)}
          size="small"
          title={title}
        >
          {t("wayOut.move", { n: opens })}
        </Button>
      )}
      {isAskable ? (
        <LinkButton href={`/patients/${patientId}/clearances${asked}`} size="small">
          {t("wayOut.ask")}
        </LinkButton>
      ) : null}
      <Button aria-label={t("wayOut.removeLong", { name })} onClick={() => acts.remove([line.id])} size="small">
        {t("wayOut.remove")}
      </Button>
    </>
  );
}
