"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { verifyRestrictionAction } from "../../restriction-actions";

/** Computes the signature again from what is stored and says whether it holds. */
export function VerifyButton({ decisionId, name }: { decisionId: string; name: string }) {
  const t = useTranslations("episode.restrictions");
  const [holds, setHolds] = useState<boolean | null>(null);
  const [isPending, startTransition] = useTransition();
  const verify = () =>
    startTransition(async () => {
      const result = await verifyRestrictionAction({ decisionId });
      if (result.status === "done") setHolds(result.value.holds);
    });
  return (
    <>
      <Button aria-label={t("verifyOne", { name })} isPending={isPending} onClick={verify} size="small" variant="quiet">
        {t("verify")}
      </Button>
      <span className={holds === false ? "font-semibold text-stop-ink" : "font-semibold text-ok-ink"} role="status">
        {holds === null ? "" : t(holds ? "holds" : "broken")}
      </span>
    </>
  );
}
