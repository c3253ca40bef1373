"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

/** Frame and page side by side. A program's builder needs the width: its frame is a 52 px rail, known by `data-rail`. */
export function ClinicianGrid({ children }: { children: ReactNode }) {
  const isRail = useSelectedLayoutSegments().includes("program");
  return (
    <div
      className="group/frame min-h-dvh text-13 md:grid md:grid-cols-[52px_minmax(0,1fr)] not-data-rail:xl:grid-cols-[208px_minmax(0,1fr)]"
      data-rail={isRail ? "" : undefined}
    >
      {children}
    </div>
  );
}
