"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";

/**
 * A modal question. Focus goes in, stays in and returns. `children` and `actions` may be functions that get `close`; without
 * `actions` there is one "Close". Use role "alertdialog" for an act that cannot be undone.
 */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  role = "dialog",
  isWide = false,
  children,
  actions,
}: {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  role?: "dialog" | "alertdialog";
  /** Room for a table. */
  isWide?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
  actions?: ReactNode | ((close: () => void) => ReactNode);
}) {
  const t = useTranslations("ui");
  const filled = (part: ReactNode | ((close: () => void) => ReactNode), close: () => void) =>
    typeof part === "function" ? part(close) : part;
  return (
    <ModalOverlay
      className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-ink/40 p-4 data-entering:opacity-0 transition-opacity"
      isDismissable={role === "dialog"}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Modal
        className={`w-full ${isWide ? "max-w-3xl" : "max-w-lg"} rounded-10 border border-line bg-raised text-13 text-ink shadow-raised`}
      >
        <AriaDialog className="grid gap-3 p-4.5 outline-none" role={role}>
          {({ close }) => (
            <>
              <Heading className="text-16 font-title" slot="title">
                {title}
              </Heading>
              {filled(children, close)}
              <div className="flex flex-wrap items-center gap-2">
                {actions === undefined ? <Button onClick={close}>{t("close")}</Button> : filled(actions, close)}
              </div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
