import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadEndForm } from "@/lib/records/episodes/end/load-end-form";
import { EndEpisode } from "./_components/end-episode";
import { shownEnd } from "./_components/shown-end";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("episodeEnd.form"))("title") };
}

/** The summary as it would be signed, and the end. */
export default async function EndEpisodePage({ params }: PageProps<"/patients/[patientId]/episode/end">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const page = await orNotFound(actor, loadEndForm(actor, patientId));
  const t = await getTranslations("episodeEnd");
  const languages = await getTranslations("status.banner.languages");
  const { clinic } = actor;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 px-6 py-4 max-md:px-3 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid gap-2 xl:col-span-2">
        <AppLink className="link inline-flex min-h-6 w-fit items-center" href={`/patients/${patientId}/episode`}>
          ← {t("form.back")}
        </AppLink>
        <h2 className="text-20 font-title tracking-tight">{t("form.title")}</h2>
        <p className="text-ink-2">
          {t("form.intro")}{" "}
          {actor.role === "therapist" ? (
            <AppLink className="link" href={`/patients/${patientId}/episode/next`}>
              {t("form.second")}
            </AppLink>
          ) : null}
        </p>
      </div>
      <ClientMessages namespaces={["episodeEnd", "episode"]}>
        <EndEpisode
          first={shownEnd(page, clinic)}
          language={languages(page.summary.patient.language)}
          patientId={patientId}
          signer={{ name: actor.printedName, demoPassword: clinic.isDemo ? demoPassword : null }}
        />
      </ClientMessages>
    </div>
  );
}
