"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { undoDecisionsAction } from "../actions";
import type { InboxAddress } from "./decision-values";

/**
 * Takes decisions back while there is time. The seconds count down from what the server said was left; whether it is still possible is the
 * server's to say.
 */
export function UndoButton({
  decisionIds,
  leftMs,
  back,
  label,
  isOnlyOne = false,
}: {
  decisionIds: readonly string[];
  leftMs: number;
  /** Where the decided ones are again; the first of them is added to it. */
  back: InboxAddress;
  /** What is undone, for whoever does not see where the button stands. */
  label: string;
  /** The key u is this one's. */
  isOnlyOne?: boolean;
}) {
  const t = useTranslations("clearances.undo");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [refused, setRefused] = useState<"undoTooLate" | "undoSeen" | "undoMovedOn" | "failed" | null>(null);
  const left = useSecondsLeft(leftMs);
  const undo = () =>
    startTransition(async () => {
      const result = await undoDecisionsAction({ decisionIds });
      if (result.status === "done") {
        router.replace(`${back}undone=${decisionIds.length}&clearance=${result.value.clearanceIds[0] ?? ""}`);
        router.refresh();
      } else setRefused(result.status === "refused" ? reasonOf(result.reason) : "failed");
    });
  if (refused !== null) return <span role="status">{t(refused)}</span>;
  if (left === 0) return <span className="text-ink-3">{t("over")}</span>;
  return (
    <Button
      aria-label={label}
      data-act={isOnlyOne ? "undo" : undefined}
      hotkey={isOnlyOne ? "u" : undefined}
      isPending={isPending}
      onClick={undo}
      size="small"
    >
      {t("undo")}
      <span aria-hidden="true" className="tabular-nums" role="timer">
        {`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`}
      </span>
    </Button>
  );
}

/** Whole seconds from now until so many milliseconds have gone by, read off a clock that nobody sets. */
function useSecondsLeft(leftMs: number): number {
  const [left, setLeft] = useState(Math.ceil(leftMs / 1000));
  useEffect(() => {
    const end = performance.now() + leftMs;
    const tick = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(tick);
    }, 1000);
    return () => clearInterval(tick);
  }, [leftMs]);
  return left;
}

function reasonOf(reason: string): "undoTooLate" | "undoSeen" | "undoMovedOn" | "failed" {
  return reason === "undoTooLate" || reason === "undoSeen" || reason === "undoMovedOn" ? reason : "failed";
}
