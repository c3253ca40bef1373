"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useBuilder } from "../builder-context";
import { bulkEdit } from "../many-lines/bulk-parts";
import { useLineActs } from "../tray/use-line-acts";

/** What can be done with several selected lines. */
export function InspectorSeveral({ ids }: { ids: readonly string[]; close?: () => void }) {
  const t = useTranslations("program.inspector.several");
  const [isOpen, setOpen] = useState(false);
  const { select } = useBuilder();
  const acts = useLineActs();
  return (
    <>
      <h2 className="text-16 font-title">{t("title", { count: ids.length })}</h2>
      <ul className="grid gap-0.5">
        {ids.map((id) => (
          <li key={id}>{acts.nameOf(id)}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-1.5">
        <Button onClick={() => setOpen(true)} onPointerEnter={bulkEdit.prepare} variant="primary">
          {t("edit")}
        </Button>
        <Button onClick={() => acts.remove(ids)}>{t("remove")}</Button>
        <Button onClick={() => select([])} variant="quiet">
          {t("none")}
        </Button>
      </div>
      {isOpen ? <bulkEdit.Part close={() => setOpen(false)} /> : null}
    </>
  );
}
