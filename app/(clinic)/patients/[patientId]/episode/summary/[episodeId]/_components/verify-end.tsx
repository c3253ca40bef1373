"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { verifyEndAction } from "../../../end/actions";

/** Computes the signature again from what is stored and says whether it holds. */
export function VerifyEnd({ episodeId }: { episodeId: string }) {
  const t = useTranslations("episodeEnd.summary");
  const [holds, setHolds] = useState<boolean | null>(null);
  const [isPending, startTransition] = useTransition();
  const verify = () =>
    startTransition(async () => {
      const result = await verifyEndAction({ episodeId });
      if (result.status === "done") setHolds(result.value.holds);
    });
  return (
    <>
      <Button isPending={isPending} onClick={verify}>
        {t("verify")}
      </Button>
      <span className={holds === false ? "font-semibold text-stop-ink" : "font-semibold text-ok-ink"} role="status">
        {holds === null ? "" : t(holds ? "holds" : "broken")}
      </span>
    </>
  );
}
