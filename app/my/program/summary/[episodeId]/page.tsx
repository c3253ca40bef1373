import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/print/print-button";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadOwnSummary } from "@/lib/records/today/load-own-summary";
import { PatientFrame } from "../../../_components/patient-frame";
import { OwnSummary } from "../../_components/own-summary";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myProgram.summary"))("title") };
}

/** What was done in a treatment that is over, in plain words, to read, print and show. */
export default async function OwnSummaryPage({ params }: PageProps<"/my/program/summary/[episodeId]">) {
  const actor = await requireActor("patient");
  const { episodeId } = await params;
  const own = await orNotFound(actor, loadOwnSummary(actor, episodeId));
  const t = await getTranslations("myProgram.summary");
  return (
    <PatientFrame current="program" isWide>
      <AppLink className="link inline-flex min-h-11 items-center gap-1 text-16" href="/my/program">
        <Icon name="left" size={18} />
        {t("back")}
      </AppLink>
      <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
      <div className="grid justify-items-start gap-2">
        <PrintButton label={t("print")} />
        <p className="text-16 text-ink-2">{t("how")}</p>
      </div>
      <OwnSummary clinic={actor.clinic} own={own} />
    </PatientFrame>
  );
}
