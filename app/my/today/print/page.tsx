import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Handout } from "@/components/print/handout";
import { PrintButton } from "@/components/print/print-button";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { loadOwnHandout } from "@/lib/records/programs/load-handout";
import { orProgram } from "../../_components/or-program";
import { PatientFrame } from "../../_components/patient-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handout"))("pageTitle") };
}

/** The patient's exercises for paper, as they stand now. */
export default async function PrintPage() {
  const actor = await requireActor("patient");
  const handout = await orProgram(actor, loadOwnHandout(actor));
  const t = await getTranslations("handout");
  return (
    <PatientFrame current="today" isWide>
      <AppLink className="link inline-flex min-h-11 items-center gap-1 text-16" href="/my/today">
        <Icon name="left" size={18} />
        {t("back")}
      </AppLink>
      <h1 className="text-26 font-bold tracking-tight">{t("pageTitle")}</h1>
      <div className="grid justify-items-start gap-2">
        <PrintButton label={t("print")} />
        <p className="text-16 text-ink-2">{t("how")}</p>
      </div>
      <Handout clinic={actor.clinic} handout={handout} locale={await getLocale()} />
    </PatientFrame>
  );
}
