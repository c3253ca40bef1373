"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { onDemand } from "../on-demand";
import { MenuButton } from "../menu-button";
import { bulkEdit } from "./bulk-parts";

const menu = onDemand(() => import("./take-lines-menu").then(({ TakeLinesMenu }) => TakeLinesMenu));
const copyPhase = onDemand(() => import("./copy-phase-dialog").then(({ CopyPhaseDialog }) => CopyPhaseDialog));
const cloneProgram = onDemand(() => import("./clone-dialog").then(({ CloneDialog }) => CloneDialog));

/** What works on many lines at once: bulk edit, copying a phase, cloning a program. */
export function BulkTools() {
  const t = useTranslations("program.bulk");
  const [open, setOpen] = useState<"edit" | "copy" | "clone" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen("edit")} onFocus={bulkEdit.prepare} onPointerEnter={bulkEdit.prepare}>
        <Icon name="table" /> {t("open")}
      </Button>
      <MenuButton menu={(closeMenu) => <menu.Part choose={setOpen} close={closeMenu} />} prepare={menu.prepare}>
        {t("take")} <Icon name="down" size={12} />
      </MenuButton>
      {open === "edit" ? <bulkEdit.Part close={close} /> : null}
      {open === "copy" ? <copyPhase.Part close={close} /> : null}
      {open === "clone" ? <cloneProgram.Part close={close} /> : null}
    </>
  );
}
