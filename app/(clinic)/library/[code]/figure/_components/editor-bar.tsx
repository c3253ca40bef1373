"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Edits } from "./use-edits";

/** What takes back: one step, one step more again, or everything to the pictures that ship. */
export function EditorBar({ edits, onShipped }: { edits: Edits; onShipped: () => void }) {
  const t = useTranslations("poseEditor");
  const { canUndo, canRedo, undo, redo } = edits;
  return (
    <div className="flex flex-wrap gap-2">
      <Button aria-disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={undo}>
        {t("undo")}
      </Button>
      <Button aria-disabled={!canRedo} aria-keyshortcuts="Control+Shift+Z" onClick={redo}>
        {t("redo")}
      </Button>
      <Button onClick={onShipped}>{t("shipped")}</Button>
    </div>
  );
}
