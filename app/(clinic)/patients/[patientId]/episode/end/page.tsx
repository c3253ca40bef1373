import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { fieldId } from "@/components/ui/field-id";
import { DateField } from "@/components/ui/text-field";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadEndForm } from "@/lib/records/episodes/end/load-end-form";
import { givenDay } from "@/lib/schemas/day";
import { SummaryDocument } from "../_components/summary/summary-document";
import { EndEpisodeForm } from "./_components/end-episode-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("episodeEnd.form"))("title") };
}

const query = z.object({ on: givenDay.nullable().catch(null).default(null) });

/** The summary as it would be signed, and the end. */
export default async function EndEpisodePage({ params, searchParams }: PageProps<"/patients/[patientId]/episode/end">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const { on } = query.parse(await searchParams);
  const page = await orNotFound(actor, loadEndForm(actor, patientId, on));
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
      <div className="min-w-0" id={fieldId("summary")} tabIndex={-1}>
        <SummaryDocument
          clinicName={clinic.name}
          end={<p className="font-medium text-warn-ink">{t("summary.preview")}</p>}
          endedOn={page.endedOn}
          massUnit={clinic.massUnit}
          summary={page.summary}
        />
      </div>
      <Card className="xl:sticky xl:top-24" title={t("title")}>
        <form className="mb-3 flex flex-wrap items-end gap-3 border-b border-line pb-3" method="get">
          <DateField
            defaultValue={page.endedOn}
            hint={t("form.throughHint")}
            key={page.endedOn}
            label={t("form.through")}
            max={page.today}
            name="on"
          />
          <Button type="submit">{t("form.show")}</Button>
        </form>
        <ClientMessages namespaces={["episodeEnd", "episode"]}>
          <EndEpisodeForm
            hasDraft={page.hasDraft}
            isSuspended={page.isSuspended}
            language={languages(page.summary.patient.language)}
            patientId={patientId}
            programAfter={page.programAfter}
            read={{ version: page.version, summarySha256: page.summarySha256, endedOn: page.endedOn }}
            signer={{ name: actor.printedName, demoPassword: clinic.isDemo ? demoPassword : null }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
