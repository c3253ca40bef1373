import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PatientBanner } from "@/components/clinical/patient-banner";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadBanner } from "@/lib/records/patients/load-banner";
import { bannerOf } from "./_components/banner-words";
import { EndedNotice } from "./_components/ended-notice";
import { PatientTabs } from "./_components/patient-tabs";

/** Every page of a patient begins with who it is about. */
export default async function PatientLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ patientId: string }>;
}) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const head = await orNotFound(actor, loadBanner(actor, patientId));
  const t = await getTranslations("patientRecord");
  return (
    <>
      <PatientBanner patient={bannerOf(head, actor.clinic.massUnit, t, await getLocale())} />
      <div className="bg-surface builder:hidden">
        <ClientMessages namespaces={["patientRecord"]}>
          <PatientTabs patientId={patientId} />
        </ClientMessages>
      </div>
      {head.ended === null ? null : (
        <EndedNotice ended={head.ended} mayOpen={may(actor.role, "episode.open")} patientId={patientId} />
      )}
      {children}
    </>
  );
}
