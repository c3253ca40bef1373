"use client";

import { useTranslations } from "next-intl";
import { askForKeyMap, ListKeyMap } from "../../../_components/list-key-map";
import { click, currentRow, moveInList, useListKeys } from "../../../_components/list-keys";

const keyMap = { move: ["J", "K"], open: ["Enter"], read: ["X"], map: ["?"] } as const;

/** The keys of the list, and their map. */
export function ProposalsKeys() {
  const t = useTranslations("proposals.keys");
  useListKeys(actOn);
  return <ListKeyMap group={t("group")} keys={keyMap} title={t("title")} words={(key) => t(key)} />;
}

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return moveInList(1);
    case "k":
      return moveInList(-1);
    case "x":
      return tick();
    case "?":
      return askForKeyMap();
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
