"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { KeyGroup } from "@/components/ui/key-group";
import { useBuilder } from "./builder-context";

/** The groups of the keyboard map, as they are listed; `builder-keys.ts` makes each of them work. */
const keyMap = {
  lines: { next: ["j"], previous: ["k"], select: ["x"], dosage: ["e"], duplicate: ["d"], remove: ["Delete"] },
  moving: { up: ["Alt ↑"], down: ["Alt ↓"], phaseBefore: ["Alt ←"], phaseAfter: ["Alt →"] },
  phases: { before: ["["], after: ["]"], alternatives: ["a"] },
  cells: { step: ["↑", "↓"], stepFive: ["Shift ↑", "Shift ↓"], below: ["Enter"], restore: ["Esc"] },
  draft: { search: ["/"], undo: ["Ctrl Z"], redo: ["Ctrl Shift Z"], block: ["g"], sign: ["s"], help: ["?"] },
} as const;

/** Every key of the builder with what it does. */
export function KeyboardMap({ close }: { close: () => void }) {
  const t = useTranslations("program.keys");
  const { patientId } = useBuilder();
  return (
    <Dialog isOpen isWide onOpenChange={close} title={t("title")}>
      <div className="columns-1 gap-6 sm:columns-2">
        <KeyGroup keys={keyMap.lines} title={t("group.lines")} words={(key) => t(`lines.${key}`)} />
        <KeyGroup keys={keyMap.cells} title={t("group.cells")} words={(key) => t(`cells.${key}`)} />
        <KeyGroup keys={keyMap.moving} title={t("group.moving")} words={(key) => t(`moving.${key}`)} />
        <KeyGroup
          keys={keyMap.draft}
          title={t("group.draft")}
          words={(key) => t(key === "sign" && patientId === null ? "draft.publish" : `draft.${key}`)}
        />
        <KeyGroup keys={keyMap.phases} title={t("group.phases")} words={(key) => t(`phases.${key}`)} />
      </div>
      <p className="text-12 text-ink-2">{t("dragging")}</p>
    </Dialog>
  );
}
