"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CompleteForm } from "./complete-form";
import { HoldForm } from "./hold-form";
import { StepBackForm } from "./step-back-form";

export type Steps = {
  programId: string;
  version: number;
  patientName: string;
  mayHold: boolean;
  /** Whether a hold may be kept for a surgeon. */
  mayKeepForSurgeon: boolean;
  /** To which one may step back, the latest first. */
  earlier: readonly { n: number; name: string; lines: number }[];
  /** The current phase of so many; null where it may not be completed here or now. */
  complete: { phase: number; count: number } | null;
};

/** What else a clinician decides about a program: hold, step back, complete. */
export function StepsCard(steps: Steps) {
  const t = useTranslations("ladder");
  const { mayHold, earlier, complete } = steps;
  if (!mayHold && earlier.length === 0 && complete === null) return null;
  return (
    <Card title={t("steps")}>
      <div className="grid gap-2">
        {mayHold ? <HoldForm {...steps} /> : null}
        {earlier.length === 0 ? null : <StepBackForm {...steps} />}
        {complete === null ? null : <CompleteForm {...steps} complete={complete} />}
      </div>
    </Card>
  );
}
