"use client";

import { useTranslations } from "next-intl";
import { FloatingMenu, FloatingMenuItem } from "../floating-menu";

/** From where lines can be taken. */
export function TakeLinesMenu({ close, choose }: { close: () => void; choose: (from: "copy" | "clone") => void }) {
  const t = useTranslations("program.bulk");
  return (
    <FloatingMenu close={close} label={t("take")} placement="bottom start">
      <FloatingMenuItem onAction={() => choose("copy")}>{t("copyPhase")}</FloatingMenuItem>
      <FloatingMenuItem onAction={() => choose("clone")}>{t("cloneProgram")}</FloatingMenuItem>
    </FloatingMenu>
  );
}
