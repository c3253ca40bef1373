"use client";

import { useEffect } from "react";
import { isAsked } from "@/components/ui/is-asked";

/**
 * Listens to single keys of a page that is a list; what is typed into a field, or together with Ctrl, Alt or Meta, is none of them.
 * @param actOn does what the key means, and says whether it meant anything; defined outside of the component
 */
export function useListKeys(actOn: (key: string) => boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!isAsked() && actOn(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [actOn]);
}

/** Moves the focus to the name of the next row or of the one before. Enter then follows it, as every link. */
export function moveInList(by: 1 | -1): boolean {
  const names = [...document.querySelectorAll<HTMLElement>("[data-row-name]")];
  const now = names.findIndex((name) => name === currentRow()?.querySelector("[data-row-name]"));
  return focusOn(names[now === -1 ? (by === 1 ? 0 : names.length - 1) : now + by] ?? null);
}

/** The row that has the focus, or the row whose panel has it. */
export function currentRow(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-row]");
  if (!focused) return null;
  return document.querySelector<HTMLElement>(`[data-row="${focused.dataset["row"] ?? ""}"]`);
}

export function click(element: HTMLElement | null): boolean {
  element?.focus();
  element?.click();
  return element !== null;
}

export function focusOn(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}
