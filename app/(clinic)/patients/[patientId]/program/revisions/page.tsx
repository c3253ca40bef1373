import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadHistory } from "@/lib/records/programs/load-history";
import { RevisionEntry } from "../_components/history/revision-entry";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("program.history"))("title") };
}

/** Every revision, newest first, with what each changed. */
export default async function RevisionsPage({ params }: PageProps<"/patients/[patientId]/program/revisions">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const history = await orNotFound(actor, loadHistory(actor, patientId));
  const t = await getTranslations("program");
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <AppLink className="link-alone" href={`/patients/${patientId}/program`}>
        ← {t("back")}
      </AppLink>
      <Card title={t("revisions.title")}>
        {history.revisions.length === 0 ? <p className="text-ink-2">{t("revisions.none")}</p> : null}
        <ol className="divide-y divide-line">
          {history.revisions.map((revision) => (
            <RevisionEntry
              isCurrent={revision.number === history.currentRevision}
              key={revision.number}
              patientId={patientId}
              revision={revision}
              timeZone={actor.clinic.timeZone}
            />
          ))}
        </ol>
      </Card>
    </div>
  );
}
