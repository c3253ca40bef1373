"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { TakeProposalsInput } from "@/lib/schemas/proposals";
import { takeProposalsAction } from "../../../../worklist/proposals/actions";

/** Takes what the week proposes into the open draft, which the builder then loads. */
export function TakeProposals({ draft }: { draft: TakeProposalsInput }) {
  const t = useTranslations("proposals.notice");
  const [isPending, setPending] = useState(false);
  const [isStale, setStale] = useState(false);
  const take = async () => {
    setPending(true);
    const { status } = await takeProposalsAction(draft);
    setPending(false);
    setStale(status !== "done");
    // The builder keeps its own copy: it begins anew with what the draft is now.
    if (status === "done") window.location.reload();
  };
  return (
    <>
      <Button isPending={isPending} onClick={() => void take()}>
        {t("take")}
      </Button>
      {isStale ? <span role="status">{t("taken")}</span> : null}
    </>
  );
}
