import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/print/print-button";
import { AppLink } from "@/components/ui/app-link";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadSignedSummary } from "@/lib/records/episodes/end/load-signed-summary";
import { SummaryDocument } from "../../_components/summary/summary-document";
import { VerifyEnd } from "./_components/verify-end";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("episodeEnd.summary"))("title") };
}

/** How an episode ended, as it was signed, to read and to print. */
export default async function SummaryPage({ params }: PageProps<"/patients/[patientId]/episode/summary/[episodeId]">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId, episodeId } = await params;
  const end = await orNotFound(actor, loadSignedSummary(actor, patientId, episodeId));
  const t = await getTranslations("episodeEnd");
  const format = await getFormatter();
  const { timeZone, massUnit, name } = actor.clinic;
  const at = new Date(end.signedAt);
  const signed = t("summary.signed", {
    meaning: t(`kinds.${end.kind}`),
    name: end.signedName,
    date: format.dateTime(at, "dayYear", { timeZone }),
    time: format.dateTime(at, "time", { timeZone }),
  });
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 px-6 py-4 max-md:px-3">
      <AppLink className="link inline-flex min-h-6 w-fit items-center" href={`/patients/${patientId}/episode`}>
        ← {t("summary.back")}
      </AppLink>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-20 font-title tracking-tight">{t("summary.title")}</h2>
        <PrintButton label={t("summary.print")} />
        <ClientMessages namespaces={["episodeEnd"]}>
          <VerifyEnd episodeId={episodeId} />
        </ClientMessages>
      </div>
      <SummaryDocument
        clinicName={name}
        end={
          <div className="mt-1 grid gap-1">
            <p className="font-semibold">{signed}</p>
            {end.transferredTo === null ? null : (
              <p>
                {t("summary.to")}: {end.transferredTo}
              </p>
            )}
            <p className="whitespace-pre-line">
              {t("summary.reason")}: {end.reason}
            </p>
            {end.advice === null ? null : (
              <p className="whitespace-pre-line">
                {t("summary.advice")}: {end.advice}
              </p>
            )}
            {end.leftLines === 0 ? null : (
              <p className="text-ink-2">{t("summary.leftDraft", { count: end.leftLines })}</p>
            )}
          </div>
        }
        massUnit={massUnit}
        summary={end.summary}
      />
    </div>
  );
}
