"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** A panel of the builder as a sheet over the tray. */
export function SideSheet({
  id,
  title,
  side,
  close,
  children,
}: {
  id: string;
  title: string;
  /** On which side of the screen it lies, as a class. */
  side: string;
  close: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <ModalOverlay
      className="fixed inset-0 z-40 bg-ink/40 transition-opacity data-entering:opacity-0"
      isDismissable
      isOpen
      onOpenChange={close}
    >
      <Modal
        className={`fixed inset-y-0 w-full max-w-90 overflow-y-auto bg-surface text-13 text-ink shadow-raised ${side}`}
      >
        <Dialog aria-label={title} className="outline-none" id={id}>
          <div className="flex items-center justify-between border-b border-line px-4 py-2">
            <h2 className="text-14 font-title">{title}</h2>
            <Button aria-label={t("close")} onClick={close} variant="quiet">
              <Icon name="x" />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
