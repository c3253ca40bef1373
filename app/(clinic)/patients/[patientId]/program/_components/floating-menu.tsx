"use client";

import type { ComponentProps, ReactNode } from "react";
import { Menu, MenuItem, Popover, type PopoverProps } from "react-aria-components";

import { useTrigger } from "./menu-button";

/** A menu that is open, beside the button that opened it. */
export function FloatingMenu({
  label,
  placement,
  close,
  children,
}: {
  label: string;
  placement: NonNullable<PopoverProps["placement"]>;
  close: () => void;
  children: ReactNode;
}) {
  const trigger = useTrigger();
  return (
    <Popover
      className="min-w-56 rounded-10 border border-line bg-raised p-1 text-13 text-ink shadow-raised"
      isOpen
      onOpenChange={close}
      placement={placement}
      {...(trigger === undefined ? {} : { triggerRef: trigger })}
    >
      <Menu aria-label={label} autoFocus="first" className="outline-none" onClose={close}>
        {children}
      </Menu>
    </Popover>
  );
}

export function FloatingMenuItem(props: Omit<ComponentProps<typeof MenuItem>, "className">) {
  return (
    <MenuItem
      {...props}
      className="flex min-h-7.5 items-center gap-6 rounded-6 px-2.5 outline-none data-focused:bg-accent-tint data-disabled:text-ink-3"
    />
  );
}
