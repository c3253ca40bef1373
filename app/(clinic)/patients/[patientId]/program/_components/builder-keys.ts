import { useEffect, useEffectEvent } from "react";
import { isAsked } from "@/components/ui/is-asked";
import { useBuilder } from "./builder-context";
import { lineElement, useBuilderScreen } from "./builder-screen";
import { useLineActs } from "./tray/use-line-acts";

type Acts = { sign: () => void; goToBlock: () => void; help: () => void };

/** The builder's keys. They rest while somebody types, drags by keyboard, or answers a dialog. */
export function useBuilderKeys({ sign, goToBlock, help }: Acts): void {
  const { draft, selected, select, phase, openPhase, page, undo, redo } = useBuilder();
  const { openPanel } = useBuilderScreen();
  const acts = useLineActs();

  const rows = () => draft.lines.filter((line) => line.phase === phase).map(({ id }) => id);
  const focused = () => document.activeElement?.closest<HTMLElement>("[data-tray] [role=row]")?.dataset["key"] ?? null;
  const current = () => focused() ?? draft.lines.find(({ id }) => selected.has(id))?.id ?? null;
  const onLine = (act: (id: string) => void): boolean => {
    const id = current();
    if (id !== null) act(id);
    return id !== null;
  };

  function step(by: 1 | -1): boolean {
    const ids = rows();
    const from = current() ?? "";
    const at = ids.indexOf(from);
    // A line that is selected but not focused, such as one just added, is where the keys begin.
    const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : focused() === null ? at : at + by];
    if (next === undefined) return false;
    select([next]);
    const row = lineElement(next);
    row?.scrollIntoView({ block: "nearest" });
    row?.focus({ preventScroll: true });
    return true;
  }

  function toPhase(by: 1 | -1): boolean {
    const next = page.phases.find(({ n }) => n === phase + by);
    if (next) openPhase(next.n);
    return next !== undefined;
  }

  function plain(key: string): boolean {
    switch (key) {
      case "j":
        return step(1);
      case "k":
        return step(-1);
      case "[":
        return toPhase(-1);
      case "]":
        return toPhase(1);
      case "x":
        return onLine((id) => select(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id]));
      case "e":
        return focusOn(lineElement(current() ?? rows()[0] ?? "")?.querySelector<HTMLElement>("input[data-column]"));
      case "d":
        return onLine(acts.duplicate);
      case "Delete":
      case "Backspace":
        return onLine((id) => acts.remove(acts.withSelected(id)));
      case "a":
        return showAlternatives();
      case "/":
        openPanel("library");
        requestAnimationFrame(() =>
          focusOn(document.querySelector<HTMLElement>("#builder-library input[type=search]")),
        );
        return true;
      case "g":
        goToBlock();
        return true;
      case "s":
        sign();
        return true;
      case "?":
        help();
        return true;
      default:
        return false;
    }
  }

  function withAlt(key: string): boolean {
    const id = current();
    if (id === null) return false;
    const ids = acts.withSelected(id);
    const own = draft.lines.find((line) => line.id === id)?.phase ?? phase;
    if (key === "ArrowUp") acts.nudge(ids, -1);
    else if (key === "ArrowDown") acts.nudge(ids, 1);
    else if (key === "ArrowLeft") acts.moveTo(ids, own - 1);
    else if (key === "ArrowRight") acts.moveTo(ids, own + 1);
    else return false;
    return true;
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const isCell = target instanceof HTMLElement && target.dataset["column"] !== undefined;
    if (event.defaultPrevented || (isTyping(target) && !(isCell && altKey))) return;
    // Goes through the whole page: not for every key that is typed.
    if (isAsked() || document.querySelector("[role=menu], [data-dragging]")) return;
    if (ctrlKey || metaKey) {
      if (altKey || !["z", "y"].includes(key.toLowerCase())) return;
      event.preventDefault();
      if (shiftKey || key.toLowerCase() === "y") redo();
      else undo();
    } else if (altKey ? withAlt(key) : plain(key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    // Before the list's own keys: a row takes some of them for itself.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}

function showAlternatives(): boolean {
  const details = document.querySelector<HTMLDetailsElement>("#alternatives");
  if (!details) return false;
  details.open = true;
  return focusOn(details.querySelector("summary"));
}

function focusOn(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return element != null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
