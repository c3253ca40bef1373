import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { conditionEntries } from "@/lib/records/library/names";
import { loadAdmissionOptions } from "@/lib/records/patients/load-admission-options";
import { AdmissionForm } from "./_components/admission-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admission");
  return { title: t("title") };
}

export default async function NewPatientPage() {
  const actor = await requireActor("therapist");
  const t = await getTranslations("admission");
  const options = await orNotFound(actor, loadAdmissionOptions(actor));
  return (
    <>
      <PageHeader note={t("note")} title={t("title")} />
      <div className="max-w-4xl px-6 pb-10 max-md:px-4">
        <ClientMessages namespaces={["admission", "conditions", "status"]}>
          <AdmissionForm conditions={conditionEntries} options={options} />
        </ClientMessages>
      </div>
    </>
  );
}
