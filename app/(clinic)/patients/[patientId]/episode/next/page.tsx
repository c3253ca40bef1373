import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadNextEpisode } from "@/lib/records/episodes/end/load-next-episode";
import { conditionEntries } from "@/lib/records/library/names";
import { UnsignedSummary } from "../_components/summary/unsigned-summary";
import { NextEpisodeChoice } from "./_components/next-episode-choice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("episodeEnd.next"))("title") };
}

/** A second procedure, or treatment that begins again. */
export default async function NextEpisodePage({ params }: PageProps<"/patients/[patientId]/episode/next">) {
  const actor = await requireActor("therapist");
  const { patientId } = await params;
  const { options, open, carry, isDeceased } = await orNotFound(actor, loadNextEpisode(actor, patientId));
  const t = await getTranslations("episodeEnd");
  const { isDemo, massUnit } = actor.clinic;
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 px-6 py-4 pb-10 max-md:px-3">
      <AppLink className="link inline-flex min-h-6 w-fit items-center" href={`/patients/${patientId}/episode`}>
        ← {t("form.back")}
      </AppLink>
      <div>
        <h2 className="text-20 font-title tracking-tight">{t("next.title")}</h2>
        <p className="text-ink-2">{t("next.intro")}</p>
      </div>
      {isDeceased ? (
        <Notice title={t("next.deceased")} tone="warn" />
      ) : (
        <ClientMessages namespaces={["admission", "conditions", "status", "episode", "episodeEnd", "patientRecord"]}>
          <NextEpisodeChoice
            carry={carry}
            conditions={conditionEntries}
            massUnit={massUnit}
            open={
              open && {
                ...{ version: open.version, summarySha256: open.summarySha256, day: open.day },
                document: <UnsignedSummary clinic={actor.clinic} summary={open.summary} />,
                protocol: open.summary.treatment.protocol,
                phase: open.summary.phases.at(-1)?.n ?? null,
              }
            }
            options={options}
            patientId={patientId}
            signer={{ name: actor.printedName, demoPassword: isDemo ? demoPassword : null }}
          />
        </ClientMessages>
      )}
    </div>
  );
}
