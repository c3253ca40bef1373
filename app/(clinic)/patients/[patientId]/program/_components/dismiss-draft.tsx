"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { DismissSeveralInput } from "@/lib/schemas/proposals";
import { onDemand } from "./on-demand";

const dialog = onDemand(() =>
  import("../../../../worklist/proposals/_components/dismiss-dialog").then(({ DismissDialog }) => DismissDialog),
);

/** Puts the product's draft away for a reason; the page then shows what is signed. */
export function DismissDraft({ draft }: { draft: DismissSeveralInput["drafts"][number] }) {
  const t = useTranslations("proposals");
  const [isOpen, setOpen] = useState(false);
  const [isStale, setStale] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} onFocus={dialog.prepare} onPointerEnter={dialog.prepare}>
        {t("notice.dismiss")}
      </Button>
      {isStale ? <span role="status">{t("notice.taken")}</span> : null}
      {isOpen ? (
        <dialog.Part
          close={() => setOpen(false)}
          drafts={[draft]}
          onAnswer={(result) => {
            setOpen(false);
            setStale(result.status !== "done" || result.value[0]?.outcome !== "done");
          }}
        />
      ) : null}
    </>
  );
}
