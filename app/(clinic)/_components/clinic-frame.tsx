"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";
import { type ClinicianPlace, ClinicianShell, type ClinicianShellProps } from "@/components/shell/clinician-shell";

/** Where each first segment of the address belongs; a patient's pages belong to the worklist that leads to them. */
const placeOf: Readonly<Record<string, ClinicianPlace>> = {
  worklist: "worklist",
  patients: "worklist",
  clearances: "clearances",
  templates: "templates",
  library: "library",
  sources: "sources",
  settings: "settings",
  admin: "admin",
};

/** The clinician's frame, which knows where it is; the builder gets the rail. */
export function ClinicFrame({
  children,
  ...frame
}: Omit<ClinicianShellProps, "current" | "isRail" | "children"> & { children: ReactNode }) {
  const segments = useSelectedLayoutSegments();
  return (
    <ClinicianShell {...frame} current={placeOf[segments[0] ?? ""] ?? null} isRail={segments.includes("program")}>
      {children}
    </ClinicianShell>
  );
}
