import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Handout } from "@/components/print/handout";
import { PrintButton } from "@/components/print/print-button";
import { AppLink } from "@/components/ui/app-link";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadHandout } from "@/lib/records/programs/load-handout";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("program.print"))("title") };
}

/** The running program for paper, in the patient's language: what is open to them today. */
export default async function PrintProgramPage({ params }: PageProps<"/patients/[patientId]/program/print">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const handout = await orNotFound(actor, loadHandout(actor, patientId));
  const t = await getTranslations("program.print");
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <AppLink
        className="link inline-flex min-h-6 w-fit items-center"
        href={`/patients/${patientId}/program?view=signed`}
      >
        ← {t("back")}
      </AppLink>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-20 font-title tracking-tight">{t("title")}</h2>
        <PrintButton label={t("print")} />
        <p className="text-ink-2">{t("note", { language: handout.language })}</p>
      </div>
      <div className="max-w-patient-wide" data-audience="patient">
        <Handout clinic={actor.clinic} handout={handout} locale={handout.language} />
      </div>
    </div>
  );
}
