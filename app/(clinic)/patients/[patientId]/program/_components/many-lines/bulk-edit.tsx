"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-groups";
import { Dialog } from "@/components/ui/dialog";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { type BulkEdit, bulkChange, bulkPreview } from "./bulk-dosage";
import { BulkFields, emptyEdit } from "./bulk-fields";
import { DraftPreview } from "./bulk-preview";

/** Changes the dosage of several lines at once: what it makes of each is seen and judged first, and undone in one step. */
export function BulkEditDialog({ close }: { close: () => void }) {
  const t = useTranslations("program.bulk");
  return (
    <Dialog actions={() => null} isOpen isWide onOpenChange={close} title={t("title")}>
      <BulkForm close={close} />
    </Dialog>
  );
}

function BulkForm({ close }: { close: () => void }) {
  const t = useTranslations("program.bulk");
  const { draft, selected, phase, change, content } = useBuilder();
  const { announce } = useBuilderScreen();
  const ofPhase = draft.lines.flatMap((line) => (line.phase === phase ? [line.id] : []));
  const chosen = draft.lines.flatMap(({ id }) => (selected.has(id) ? [id] : []));
  const [scope, setScope] = useState<"selected" | "phase">(chosen.length > 1 ? "selected" : "phase");
  const [{ edit, areReadable }, setEdit] = useState<{ edit: BulkEdit; areReadable: boolean }>({
    edit: emptyEdit,
    areReadable: true,
  });
  const ids = scope === "selected" ? chosen : ofPhase;
  const act = bulkChange(draft, ids, edit);
  const { next, rows } = bulkPreview(draft, ids, act);
  const count = rows.filter(({ isChanged }) => isChanged).length;
  const canApply = count > 0 && areReadable;
  const scopes = [
    { value: "selected" as const, label: t("selected", { count: chosen.length }), isThere: chosen.length > 0 },
    { value: "phase" as const, label: t("ofPhase", { phase, count: ofPhase.length }), isThere: true },
  ];
  return (
    <form
      className="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!canApply) return;
        change(act);
        announce(t("done", { count }));
        close();
      }}
    >
      <RadioGroup
        choices={scopes.filter(({ isThere }) => isThere)}
        defaultValue={scope}
        label={t("scope")}
        name="bulk-scope"
        onChange={({ target }) => setScope(target.value === "selected" ? "selected" : "phase")}
        rowsClass="flex flex-wrap gap-x-4"
      />
      <p className="text-ink-2">{t("hint")}</p>
      <BulkFields onChange={(edited, isReadable) => setEdit({ edit: edited, areReadable: isReadable })} />
      <DraftPreview caption={t("preview")} content={content} next={next} rows={rows} />
      <p className="sr-only" role="status">
        {t("changes", { count })}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-disabled={!canApply} type="submit" variant="primary">
          {t("apply", { count })}
        </Button>
        <Button onClick={close}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
