"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type BuilderPanel, useBuilderScreen } from "./builder-screen";

const places = {
  library: { query: "(min-width: 56.25rem)", look: "border-e max-[56.25rem]:hidden", drawer: "start-0" },
  inspector: { query: "(min-width: 75rem)", look: "border-s max-xl:hidden", drawer: "end-0" },
} as const;

/** A column beside the tray; where there is no room, a sheet over it that opens on demand. */
export function SidePanel({ panel, title, children }: { panel: BuilderPanel; title: string; children: ReactNode }) {
  const t = useTranslations("ui");
  const { query, look, drawer } = places[panel];
  const { panel: open, openPanel } = useBuilderScreen();
  const hasRoom = useMediaQuery(query);
  if (hasRoom) {
    return (
      <aside
        aria-label={title}
        className={`relative min-h-0 min-w-0 overflow-y-auto border-line bg-surface max-xl:sticky max-xl:top-0 max-xl:max-h-dvh ${look}`}
        id={`builder-${panel}`}
      >
        {children}
      </aside>
    );
  }
  return (
    <ModalOverlay
      className="fixed inset-0 z-40 bg-ink/40 transition-opacity data-entering:opacity-0"
      isDismissable
      isOpen={open === panel}
      onOpenChange={(isOpen) => openPanel(isOpen ? panel : null)}
    >
      <Modal
        className={`fixed inset-y-0 w-full max-w-90 overflow-y-auto bg-surface text-13 text-ink shadow-raised ${drawer}`}
      >
        <Dialog aria-label={title} className="outline-none" id={`builder-${panel}`}>
          <div className="flex items-center justify-between border-b border-line px-4 py-2">
            <h2 className="text-14 font-title">{title}</h2>
            <Button aria-label={t("close")} onClick={() => openPanel(null)} variant="quiet">
              <Icon name="x" />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
    () => true,
  );
}
