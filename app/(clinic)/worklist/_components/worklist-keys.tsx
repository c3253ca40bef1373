"use client";

import { useEffect } from "react";

/**
 * The keys of the list: j and k move between the patients, a takes on the alert of the row, e answers it with a reason, n begins a patient,
 * / goes to the search. Enter follows the focused name, as every link.
 */
export function WorklistKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (actOn(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return move(1);
    case "k":
      return move(-1);
    case "a":
      return pressIn("acknowledge");
    case "e":
      return pressIn("resolve");
    case "n":
      return click(document.querySelector("[data-act=new-patient]"));
    case "/":
      return focus(document.querySelector("input[type=search]"));
    default:
      return false;
  }
}

function move(by: 1 | -1): boolean {
  const names = [...document.querySelectorAll<HTMLElement>("[data-row-name]")];
  const now = names.findIndex((name) => name === currentRow()?.querySelector("[data-row-name]"));
  return focus(names[now === -1 ? (by === 1 ? 0 : names.length - 1) : now + by] ?? null);
}

/** The row that has the focus, or the row whose panel has it. */
function currentRow(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-row]");
  if (!focused) return null;
  return document.querySelector<HTMLElement>(`[data-row="${focused.dataset["row"] ?? ""}"]`);
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

function click(element: HTMLElement | null): boolean {
  element?.focus();
  element?.click();
  return element !== null;
}

function focus(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
