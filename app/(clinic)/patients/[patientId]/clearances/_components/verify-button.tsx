"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { verifyDecisionAction } from "../actions";

type Word = "holds" | "broken" | "termsChanged";

/** Computes the signature again and says whether it holds. */
export function VerifyButton({ decisionId }: { decisionId: string }) {
  const t = useTranslations("clearances.tab");
  const [word, setWord] = useState<Word | null>(null);
  const [isPending, startTransition] = useTransition();
  const verify = () =>
    startTransition(async () => {
      const result = await verifyDecisionAction({ decisionId });
      if (result.status !== "done") return;
      const { holds, termsInForce } = result.value;
      setWord(holds ? (termsInForce === false ? "termsChanged" : "holds") : "broken");
    });
  return (
    <>
      <Button isPending={isPending} onClick={verify} size="small">
        {t("verify")}
      </Button>
      <span className={word === "holds" ? "font-semibold text-ok-ink" : "font-semibold text-stop-ink"} role="status">
        {word === null ? "" : t(word)}
      </span>
    </>
  );
}
