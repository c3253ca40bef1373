import type { ReactNode } from "react";
import { PatientShell, type PatientPlace } from "@/components/shell/patient-shell";
import { places } from "../../my/_components/places";

/** The frame of the patient's pages, but for what needs network: the language and the way out. */
export function OfflineFrame({
  current,
  header,
  children,
}: {
  current: PatientPlace;
  header?: ReactNode;
  children: ReactNode;
}) {
  return (
    <PatientShell current={current} header={header} home="/my/today" places={header === undefined ? places : []}>
      {children}
    </PatientShell>
  );
}
