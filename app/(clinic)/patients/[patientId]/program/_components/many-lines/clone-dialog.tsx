"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { ClonedProgram } from "@/lib/records/programs/read-clone-source";
import { CloneChooser } from "./clone-chooser";
import { ClonePreview } from "./clone-preview";

export type ChosenSource = ClonedProgram & { title: string };

/** Takes the lines of another program of one's own patients: choose, see them judged for this patient, take them. */
export function CloneDialog({ close }: { close: () => void }) {
  const t = useTranslations("program.clone");
  return (
    <Dialog actions={() => null} isOpen isWide onOpenChange={close} title={t("title")}>
      <CloneSteps close={close} />
    </Dialog>
  );
}

function CloneSteps({ close }: { close: () => void }) {
  const [source, setSource] = useState<ChosenSource | null>(null);
  if (source === null) return <CloneChooser close={close} onChosen={setSource} />;
  return <ClonePreview close={close} onBack={() => setSource(null)} source={source} />;
}
