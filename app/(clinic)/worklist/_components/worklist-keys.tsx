"use client";

import { click, currentRow, focusOn, moveInList, useListKeys } from "../../_components/list-keys";

/**
 * The keys of the list: j and k move between the patients, a takes on the alert of the row, e answers it with a reason, n begins a patient,
 * / goes to the search. Enter follows the focused name, as every link.
 */
export function WorklistKeys() {
  useListKeys(actOn);
  return null;
}

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return moveInList(1);
    case "k":
      return moveInList(-1);
    case "a":
      return pressIn("acknowledge");
    case "e":
      return pressIn("resolve");
    case "n":
      return click(document.querySelector("[data-act=new-patient]"));
    case "/":
      return focusOn(document.querySelector("input[type=search]"));
    default:
      return false;
  }
}

function pressIn(act: "acknowledge" | "resolve"): boolean {
  const row = currentRow();
  if (!row) return false;
  const toggle = row.querySelector<HTMLElement>("[data-act=open-alert][aria-expanded=false]");
  toggle?.click();
  requestAnimationFrame(() =>
    click(document.querySelector(`[data-panel="${row.dataset["row"] ?? ""}"] [data-act=${act}]`)),
  );
  return true;
}
