"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { reopenDraftAction } from "../../actions";

/** Begins the next revision's draft; the signed one stays as it is. */
export function ChangeProgramButton({ programId, label }: { programId: string; label: string }) {
  const [isPending, start] = useTransition();
  return (
    <Button
      isPending={isPending}
      onClick={() =>
        start(async () => {
          await reopenDraftAction({ programId });
        })
      }
      variant="primary"
    >
      {label}
    </Button>
  );
}
