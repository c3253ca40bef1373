import type { ReactNode } from "react";
import { ClinicianShell, type ClinicianShellProps } from "@/components/shell/clinician-shell";
import { IdleWarning } from "@/components/shell/idle-warning";
import type { Role } from "@/lib/access/actor";
import { idleMinutesOf } from "@/lib/access/idle-limit";
import { requireActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { currentSearch } from "@/lib/preferences/patient-search";
import { staySignedIn } from "../session-actions";
import { AccountMenu } from "./_components/account-menu";
import { initialsOf } from "./_components/initials";
import { searchPatients } from "./worklist/actions";

type Staff = Exclude<Role, "patient">;
const shellRoles = { therapist: "PT", surgeon: "SURGEON", administrator: "ADMIN" } as const satisfies Record<
  Staff,
  string
>;
const worklist = { place: "worklist", href: "/worklist" } as const;
const clearances = { place: "clearances", href: "/clearances" } as const;
const templates = { place: "templates", href: "/templates" } as const;
const library = { place: "library", href: "/library" } as const;
const sources = { place: "sources", href: "/sources" } as const;
const settings = { place: "settings", href: "/settings" } as const;
const placesOf: Record<Staff, ClinicianShellProps["places"]> = {
  therapist: [worklist, clearances, templates, library, sources, settings],
  surgeon: [clearances, worklist, templates, library, sources, settings],
  administrator: [{ place: "admin", href: "/admin" }, templates, library, sources, settings],
};

/** The frame of everybody who works in the clinic. Which page is whose is each page's own decision. */
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { role, clinic, displayName } = actor;
  if (role === "patient") return null;
  return (
    <ClientMessages namespaces={["shell", "errors"]}>
      <ClinicianShell
        account={<AccountMenu />}
        clinicName={clinic.name}
        isDemo={clinic.isDemo}
        person={{ name: displayName, initials: initialsOf(displayName), role: shellRoles[role] }}
        places={placesOf[role]}
        search={role === "administrator" ? null : { action: searchPatients, term: await currentSearch(actor) }}
      >
        {children}
      </ClinicianShell>
      <IdleWarning idleMinutes={idleMinutesOf(role)} stay={staySignedIn} writesPrograms />
    </ClientMessages>
  );
}
