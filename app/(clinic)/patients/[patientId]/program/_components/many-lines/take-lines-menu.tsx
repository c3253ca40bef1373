"use client";

import { useTranslations } from "next-intl";
import { useBuilder } from "../builder-context";
import { FloatingMenu, FloatingMenuItem } from "../floating-menu";

/** From where lines can be taken. */
export function TakeLinesMenu({ close, choose }: { close: () => void; choose: (from: "copy" | "clone") => void }) {
  const t = useTranslations("program.bulk");
  const { patientId } = useBuilder();
  return (
    <FloatingMenu close={close} label={t("take")} placement="bottom start">
      <FloatingMenuItem onAction={() => choose("copy")}>{t("copyPhase")}</FloatingMenuItem>
      {patientId === null ? null : (
        <FloatingMenuItem onAction={() => choose("clone")}>{t("cloneProgram")}</FloatingMenuItem>
      )}
    </FloatingMenu>
  );
}
