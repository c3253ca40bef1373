"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { BulkEditDialog } from "./bulk-edit";
import { CloneDialog } from "./clone-dialog";
import { CopyPhaseDialog } from "./copy-phase-dialog";

const item = "flex min-h-7.5 items-center rounded-6 px-2.5 outline-none data-focused:bg-accent-tint";

/** What works on many lines at once: bulk edit, copying a phase, cloning a program. */
export function BulkTools() {
  const t = useTranslations("program.bulk");
  const [open, setOpen] = useState<"edit" | "copy" | "clone" | null>(null);
  const closing = (isOpen: boolean) => isOpen || setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen("edit")}>
        <Icon name="table" /> {t("open")}
      </Button>
      <MenuTrigger>
        <AriaButton className={buttonClass({})}>
          {t("take")} <Icon name="down" size={12} />
        </AriaButton>
        <Popover
          className="min-w-56 rounded-10 border border-line bg-raised p-1 text-13 text-ink shadow-raised"
          placement="bottom start"
        >
          <Menu
            aria-label={t("take")}
            className="outline-none"
            onAction={(key) => setOpen(key === "copy" ? "copy" : "clone")}
          >
            <MenuItem className={item} id="copy">
              {t("copyPhase")}
            </MenuItem>
            <MenuItem className={item} id="clone">
              {t("cloneProgram")}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <BulkEditDialog isOpen={open === "edit"} onOpenChange={closing} />
      <CopyPhaseDialog isOpen={open === "copy"} onOpenChange={closing} />
      <CloneDialog isOpen={open === "clone"} onOpenChange={closing} />
    </>
  );
}
