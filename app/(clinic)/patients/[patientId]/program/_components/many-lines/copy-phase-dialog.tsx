"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { changeDraft } from "@/lib/draft/change-draft";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { DraftPreview } from "./bulk-preview";
import { type CopiedLine, copiedLines, previewId } from "./copy-phase";

/** Takes the lines of another phase, of the draft or of the revision in force, into the phase in work. */
export function CopyPhaseDialog({ close }: { close: () => void }) {
  const t = useTranslations("program.copy");
  const { phase } = useBuilder();
  return (
    <Dialog actions={() => null} isOpen isWide onOpenChange={close} title={t("title", { phase })}>
      <CopyForm close={close} />
    </Dialog>
  );
}

type Origin = { value: string; label: string; lines: readonly CopiedLine[] };

function useOrigins(): Origin[] {
  const t = useTranslations("program.copy");
  const locale = useLocale();
  const { page, draft, phase } = useBuilder();
  const number = page.currentRevision ?? 0;
  const ofDraft = page.phases
    .filter(({ n }) => n !== phase)
    .map(({ n, name }) => {
      const lines = draft.lines.filter((line) => line.phase === n);
      return { value: `draft-${n}`, label: t("ofDraft", { n, name: name[locale], count: lines.length }), lines };
    });
  const ofRevision = page.phases.map(({ n, name }) => {
    const lines = page.signedLines.filter((line) => line.phase === n);
    return {
      value: `signed-${n}`,
      label: t("ofRevision", { n, name: name[locale], number, count: lines.length }),
      lines,
    };
  });
  return [...ofDraft, ...ofRevision].filter(({ lines }) => lines.length > 0);
}

function CopyForm({ close }: { close: () => void }) {
  const t = useTranslations("program.copy");
  const locale = useLocale();
  const { page, draft, phase, change, select, content } = useBuilder();
  const { announce } = useBuilderScreen();
  const origins = useOrigins();
  const [chosen, setChosen] = useState("");
  const origin = origins.find(({ value }) => value === chosen);
  const target = page.phases.find(({ n }) => n === phase);
  const { lines, skipped } = target
    ? copiedLines(origin?.lines ?? [], draft, target, previewId)
    : { lines: [], skipped: [] };
  const count = lines.length;
  const nameOf = (code: string) => content.exercises[code]?.name[locale] ?? code;
  return (
    <form
      className="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!target || count === 0) return;
        const taken = copiedLines(origin?.lines ?? [], draft, target, () => crypto.randomUUID());
        change({ kind: "add", lines: taken.lines, before: null });
        select(taken.lines.map(({ id }) => id));
        announce(t("done", { count, phase }));
        close();
      }}
    >
      <Select
        choices={origins}
        emptyLabel={t("choose")}
        hint={t("hint")}
        label={t("from")}
        name="copy-from"
        onChange={(event) => setChosen(event.target.value)}
        value={chosen}
      />
      {origin ? (
        <>
          {count > 0 ? (
            <DraftPreview
              caption={t("preview", { phase })}
              content={content}
              next={changeDraft(draft, { kind: "add", lines, before: null })}
              rows={lines.map(({ id }) => ({ id, before: null, isChanged: true }))}
            />
          ) : null}
          <p role="status">
            {t("changes", { count, phase })}{" "}
            {skipped.length > 0 ? t("skipped", { count: skipped.length, names: skipped.map(nameOf).join(", ") }) : null}
          </p>
        </>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-disabled={count === 0} type="submit" variant="primary">
          {t("apply", { count })}
        </Button>
        <Button onClick={close}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
