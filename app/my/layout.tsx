import type { ReactNode } from "react";
import { KeepPlan } from "@/components/offline/keep-plan";
import { SignOutForm } from "@/components/offline/sign-out-form";
import { IdleWarning } from "@/components/shell/idle-warning";
import { idleMinutesOf } from "@/lib/access/idle-limit";
import { requireActor } from "@/lib/access/read-actor";
import { env } from "@/lib/env";
import { PatientWords } from "@/lib/i18n/patient-words";
import { staySignedIn } from "../session-actions";

/** Everything under here is the patient's own. */
export default async function MyLayout({ children }: { children: ReactNode }) {
  const { role, userId, clinic } = await requireActor("patient");
  return (
    <PatientWords>
      <KeepPlan timeZone={clinic.timeZone} userId={userId} worksOffline={env().production} />
      {children}
      <div data-audience="patient">
        <IdleWarning idleMinutes={idleMinutesOf(role)} stay={staySignedIn} wayOut={SignOutForm} />
      </div>
    </PatientWords>
  );
}
