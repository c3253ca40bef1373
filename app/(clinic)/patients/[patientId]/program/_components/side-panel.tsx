"use client";

import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { type BuilderPanel, useBuilderScreen } from "./builder-screen";
import { onDemand } from "./on-demand";

const sheet = onDemand(() => import("./side-sheet").then(({ SideSheet }) => SideSheet));

const places = {
  library: { query: "(min-width: 56.25rem)", look: "border-e max-[56.25rem]:hidden", drawer: "start-0" },
  inspector: { query: "(min-width: 75rem)", look: "border-s max-xl:hidden", drawer: "end-0" },
} as const;

/** A column beside the tray; where there is no room, a sheet over it that opens on demand. */
export function SidePanel({ panel, title, children }: { panel: BuilderPanel; title: string; children: ReactNode }) {
  const { query, look, drawer } = places[panel];
  const { panel: open, openPanel } = useBuilderScreen();
  const hasRoom = useMediaQuery(query);
  useEffect(() => (hasRoom ? undefined : sheet.prepare()), [hasRoom]);
  if (hasRoom) {
    return (
      <aside
        aria-label={title}
        className={`relative min-h-0 min-w-0 overflow-y-auto border-line xl:contain-strict bg-surface max-xl:sticky max-xl:top-0 max-xl:max-h-dvh ${look}`}
        id={`builder-${panel}`}
      >
        {children}
      </aside>
    );
  }
  const close = () => openPanel(null);
  return open === panel ? (
    <sheet.Part close={close} id={`builder-${panel}`} side={drawer} title={title}>
      {children}
    </sheet.Part>
  ) : null;
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
