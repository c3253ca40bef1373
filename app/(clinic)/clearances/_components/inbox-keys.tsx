"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { askForKeyMap, ListKeyMap } from "../../_components/list-key-map";
import { click, currentRow, moveInList, useListKeys } from "../../_components/list-keys";

const keyMap = {
  move: ["J", "K"],
  open: ["Enter"],
  outcome: ["1", "2", "3", "4"],
  select: ["X"],
  several: ["D"],
  undo: ["U"],
  map: ["?"],
} as const;

/** The keys of the inbox, and their map; a range is selected with Shift. */
export function InboxKeys() {
  const t = useTranslations("clearances.keys");
  useListKeys(actOn);
  useEffect(() => {
    document.addEventListener("click", selectRange);
    return () => document.removeEventListener("click", selectRange);
  }, []);
  return <ListKeyMap group={t("group")} keys={keyMap} title={t("title")} words={(key) => t(key)} />;
}

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return moveInList(1);
    case "k":
      return moveInList(-1);
    case "x":
      return select();
    case "d":
      return click(document.querySelector("[data-act=several]:not([disabled])"));
    case "u":
      return click(document.querySelector("[data-act=undo]"));
    case "?":
      return askForKeyMap();
    default:
      return false;
  }
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox][name=clearance]")];
}

/** The row that has the focus, else the one whose panel is open; the focus stays where it is. */
function select(): boolean {
  const row = currentRow() ?? document.querySelector("[data-row]:has([aria-current=true])");
  const box = row?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box !== null && box !== undefined;
}

let lastChosen: HTMLInputElement | null = null;

/** With Shift, everything between this one and the one before becomes as this one. */
function selectRange(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.name !== "clearance") return;
  const all = boxes();
  const [from, to] = [lastChosen === null ? -1 : all.indexOf(lastChosen), all.indexOf(target)].toSorted(
    (a, b) => a - b,
  );
  if (event.shiftKey && from !== undefined && to !== undefined && from >= 0) {
    for (const box of all.slice(from, to + 1)) if (box.checked !== target.checked) box.click();
  }
  lastChosen = target;
}
