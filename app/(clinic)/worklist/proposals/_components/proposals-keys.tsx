"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { KeyGroup } from "@/components/ui/key-group";
import { click, currentRow, moveInList, useListKeys } from "../../../_components/list-keys";

const keyMap = { move: ["J", "K"], open: ["Enter"], read: ["X"], map: ["?"] } as const;

/** The keys of the list, and their map. */
export function ProposalsKeys() {
  const t = useTranslations("proposals.keys");
  const [isOpen, setIsOpen] = useState(false);
  useListKeys(actOn);
  const open = useEffectEvent(() => setIsOpen(true));
  useEffect(() => {
    const press = () => open();
    document.addEventListener(mapAsked, press);
    return () => document.removeEventListener(mapAsked, press);
  }, []);
  return isOpen ? (
    <Dialog isOpen onOpenChange={setIsOpen} title={t("title")}>
      <KeyGroup keys={keyMap} title={t("group")} words={(key) => t(key)} />
    </Dialog>
  ) : null;
}

const mapAsked = "phasewise:key-map";

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return moveInList(1);
    case "k":
      return moveInList(-1);
    case "x":
      return tick();
    case "?":
      return document.dispatchEvent(new CustomEvent(mapAsked));
    default:
      return false;
  }
}

/** Opens the row, or ticks it as read where it is open; the focus stays at its name. */
function tick(): boolean {
  const row = currentRow();
  const name = row?.querySelector<HTMLElement>("[data-row-name]") ?? null;
  const isOpen = row?.querySelector("details")?.open === true;
  if (!isOpen) return click(name);
  row.querySelector<HTMLInputElement>("input[name=read]")?.click();
  name?.focus();
  return true;
}
