"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { setOwnDosageAction } from "@/app/(clinic)/library/actions";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { Button } from "@/components/ui/button";
import type { LineDosage } from "@/lib/draft/draft";
import { isSameDosage } from "@/lib/draft/same";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { useLibraryMemory } from "../library/library-panel-memory";

/** One's own default of an exercise: kept from this line, used in it, or taken away. */
export function OwnDosage({ line: { id, exercise, dosage } }: { line: DraftLine; close?: () => void }) {
  const t = useTranslations("program.inspector.own");
  const { change } = useBuilder();
  const { ownDosageOf, keepOwnDosage } = useLibraryMemory();
  const [isPending, start] = useTransition();
  const [said, setSaid] = useState("");
  const own = ownDosageOf(exercise);
  const isOwn = own !== null && isSameDosage(own, dosage);
  const keep = (next: LineDosage | null) =>
    start(async () => {
      const result = await setOwnDosageAction({ code: exercise, dosage: next }).catch(() => null);
      if (result?.status === "done") keepOwnDosage(exercise, next);
      setSaid(t(result?.status === "done" ? (next === null ? "removed" : "saved") : "failed"));
    });
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap gap-1.5">
        {isOwn ? null : (
          <Button isPending={isPending} onClick={() => keep(dosage)} size="small">
            {t("save")}
          </Button>
        )}
        {own !== null && !isOwn ? (
          <Button onClick={() => change({ kind: "edit", id, line: { dosage: own } })} size="small">
            {t("use")}
          </Button>
        ) : null}
        {own === null ? null : (
          <Button isPending={isPending} onClick={() => keep(null)} size="small" variant="quiet">
            {t("remove")}
          </Button>
        )}
      </div>
      <p className="text-12 text-ink-3">
        {own === null ? null : (
          <>
            {isOwn ? t("isThis") : t("is")} {isOwn ? null : <DosageLine dosage={own} />}
          </>
        )}{" "}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
