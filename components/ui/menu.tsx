"use client";

import type { ReactNode } from "react";
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

export type MenuEntry = { id: string; label: string; onAction: () => void; isDisabled?: boolean };

/** A button that opens a list of acts; arrows move, enter chooses, escape closes. `name` names a button without a word. */
export function Menu({
  button,
  name,
  entries,
  variant,
  size,
}: {
  button: ReactNode;
  name?: string;
  entries: readonly MenuEntry[];
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  return (
    <MenuTrigger>
      <Button className={buttonClass({ variant, size })} {...(name === undefined ? {} : { "aria-label": name })}>
        {button}
      </Button>
      <Popover className="min-w-40 rounded-10 border border-line bg-raised p-1 text-13 text-ink shadow-raised">
        <AriaMenu className="outline-none">
          {entries.map(({ id, label, onAction, isDisabled = false }) => (
            <MenuItem
              className="cursor-pointer rounded-6 px-2.5 py-1.5 outline-none data-disabled:cursor-default data-disabled:text-ink-3 data-focused:bg-accent-tint"
              id={id}
              isDisabled={isDisabled}
              key={id}
              onAction={onAction}
            >
              {label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
