"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { SignReadiness } from "./sign-readiness";

/** The way to review and signature; while something stands in it, it can still be focused and says what. */
export function SignButton({
  readiness,
  isPending,
  onSign,
}: {
  readiness: SignReadiness;
  isPending: boolean;
  onSign: () => void;
}) {
  const t = useTranslations("program");
  const { blocked, missingReasons, refused } = readiness;
  const isStopped = blocked + missingReasons + refused > 0;
  return (
    <>
      {isStopped ? (
        <span className={missingReasons + refused === 0 ? "sr-only" : "text-ink-2"} id="sign-needs">
          {t("signNeeds", { blocked, reasons: missingReasons, refused })}
        </span>
      ) : null}
      <Button
        aria-describedby={isStopped ? "sign-needs" : undefined}
        aria-disabled={isStopped}
        hotkey="s"
        isPending={isPending}
        onClick={onSign}
        variant="primary"
      >
        {t("reviewAndSign")}
      </Button>
    </>
  );
}
