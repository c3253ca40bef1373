import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/access/read-actor";
import { draftKey } from "@/lib/access/draft-key";
import { may } from "@/lib/access/permissions";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { sourceTitles } from "@/lib/records/library/names";
import { loadProgram } from "@/lib/records/programs/load-program";
import { DefaultsBanner } from "../../../_components/defaults-banner";
import { ProgramBuilder } from "./_components/program-builder";
import { RevisionList } from "./_components/history/revision-list";
import { ProposedNotice } from "./_components/proposed-notice";
import { SignedProgram } from "./_components/history/signed-program";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("program");
  return { title: t("title") };
}

/** The draft in the builder; without one for this reader, or with `?view=signed`, what is signed. */
export default async function ProgramPage({ params, searchParams }: PageProps<"/patients/[patientId]/program">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const page = await orNotFound(actor, loadProgram(actor, patientId));
  const canWrite = may(actor.role, "program.write");
  const isSigned = (await searchParams)["view"] === "signed";
  if (page.draft && canWrite && !isSigned) {
    return (
      <>
        <DefaultsBanner areReviewed={page.areDefaultsReviewed} />
        <ProposedNotice page={page} />
        <ClientMessages namespaces={["program", "status"]}>
          <ProgramBuilder
            draft={page.draft}
            owner={draftKey(actor, page.programId)}
            page={page}
            patientId={patientId}
            signer={actor.printedName}
            sources={sourceTitles}
          />
        </ClientMessages>
      </>
    );
  }
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <DefaultsBanner areReviewed={page.areDefaultsReviewed} />
      <SignedProgram canWrite={canWrite} page={page} patientId={patientId} />
      <RevisionList page={page} patientId={patientId} timeZone={actor.clinic.timeZone} />
    </div>
  );
}
