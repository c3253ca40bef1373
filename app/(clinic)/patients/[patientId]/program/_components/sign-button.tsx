"use client";

import { Button } from "@/components/ui/button";

/** The way to review and signature; while something stands in it, it can still be focused and says what. */
export function SignButton({
  label,
  needs,
  isPending,
  onSign,
}: {
  label: string;
  /** What stands in the way; null: nothing. `isSeen`: nothing else on the screen says it. */
  needs: { words: string; isSeen: boolean } | null;
  isPending: boolean;
  onSign: () => void;
}) {
  return (
    <>
      {needs === null ? null : (
        <span className={needs.isSeen ? "text-ink-2" : "sr-only"} id="sign-needs">
          {needs.words}
        </span>
      )}
      <Button
        aria-describedby={needs === null ? undefined : "sign-needs"}
        aria-disabled={needs !== null}
        hotkey="s"
        isPending={isPending}
        onClick={onSign}
        variant="primary"
      >
        {label}
      </Button>
    </>
  );
}
