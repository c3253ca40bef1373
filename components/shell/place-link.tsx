"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { AppLink, type AppLinkProps } from "../ui/app-link";
import type { ClinicianPlace } from "./clinician-shell";

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

/** A link of the frame, which knows whether it leads to where one is. */
export function PlaceLink({ place, ...link }: AppLinkProps & { place: ClinicianPlace }) {
  const current = placeOf[useSelectedLayoutSegment() ?? ""];
  return <AppLink aria-current={place === current ? "page" : undefined} {...link} />;
}
