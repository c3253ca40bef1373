"use client";

import { createContext, type ReactNode, type RefObject, useContext, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { buttonClass } from "@/components/ui/button-class";

const TriggerContext = createContext<RefObject<HTMLElement | null> | undefined>(undefined);

/** The button that opened what stands here; without one, undefined. */
export function useTrigger(): RefObject<HTMLElement | null> | undefined {
  return useContext(TriggerContext);
}

/**
 * A button that opens a menu, or with `popup` something else, whose code comes on demand. It is react-aria's, so that a press on it does not also
 * select the row around it.
 */
export function MenuButton({
  menu,
  prepare,
  popup = "menu",
  look = buttonClass({}),
  label,
  children,
}: {
  /** What is open; it finds its place with `useTrigger`. */
  menu: (close: () => void) => ReactNode;
  prepare: () => void;
  popup?: "menu" | "dialog";
  look?: string;
  label?: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        aria-expanded={isOpen}
        aria-haspopup={popup}
        className={look}
        onFocus={prepare}
        onHoverStart={prepare}
        onKeyDown={(event) => {
          if (popup === "menu" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            event.preventDefault();
            setOpen(true);
          } else event.continuePropagation();
        }}
        onPress={() => setOpen(true)}
        ref={trigger}
        {...(label === undefined ? {} : { "aria-label": label })}
      >
        {children}
      </Button>
      <TriggerContext value={trigger}>{isOpen ? menu(() => setOpen(false)) : null}</TriggerContext>
    </>
  );
}
