"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextPair } from "./text-pair";

/** What the patient reads, in the order in which it is read; then what only clinicians read. */
export function InstructionFields() {
  const t = useTranslations("ownExercise");
  return (
    <Card note={t("leads.instructions")} title={t("groups.instructions")}>
      <div className="grid gap-4">
        <TextPair isOptional name="instructions.equipment" />
        <TextPair isLong name="instructions.setUp" />
        <TextPair isLong name="instructions.steps.0" />
        <TextPair isLong name="instructions.steps.1" />
        <TextPair isLong isOptional name="instructions.steps.2" />
        <TextPair isLong name="instructions.breathing" />
        <TextPair isLong name="instructions.commonMistake" />
        <TextPair isLong name="instructions.stopIf" />
        <TextPair hint={t("hints.cues")} isLong name="instructions.cues" />
        <TextPair isLong name="instructions.textAlternative" />
        <TextPair isLong isOptional name="note" />
      </div>
    </Card>
  );
}
