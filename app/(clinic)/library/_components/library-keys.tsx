"use client";

import { click, currentRow, focusOn, moveInList, useListKeys } from "../../_components/list-keys";

/** The keys of the library: j and k move between the exercises, f makes one a favourite, / goes to the search. Enter follows the focused name. */
export function LibraryKeys() {
  useListKeys(actOn);
  return null;
}

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return moveInList(1);
    case "k":
      return moveInList(-1);
    case "f":
      return pressStar();
    case "/":
      return focusOn(document.querySelector("main input[type=search]"));
    default:
      return false;
  }
}

/** The focus stays on the name. */
function pressStar(): boolean {
  const row = currentRow();
  const name = row?.querySelector<HTMLElement>("[data-row-name]");
  return click(row?.querySelector("[data-act=favourite]") ?? null) && focusOn(name ?? null);
}
