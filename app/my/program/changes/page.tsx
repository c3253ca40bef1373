import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadOwnHistory } from "@/lib/records/today/load-own-history";
import { PatientFrame } from "../../_components/patient-frame";
import { HistoryList } from "./_components/history-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRecord.changes"))("title") };
}

/** What became of the program since it began: every change that its patient was told, every step, every pause, and why. */
export default async function ProgramChangesPage() {
  const actor = await requireActor("patient");
  const entries = await orNotFound(actor, loadOwnHistory(actor));
  const t = await getTranslations("myRecord.changes");
  return (
    <PatientFrame current="program" name={actor.displayName}>
      <AppLink className="link inline-flex min-h-11 items-center gap-1 self-start text-16" href="/my/program">
        <Icon name="left" size={18} />
        {t("back")}
      </AppLink>
      <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
      {entries.length === 0 ? (
        <Card>
          <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
        </Card>
      ) : (
        <>
          <p>{t("intro")}</p>
          <HistoryList entries={entries} />
        </>
      )}
    </PatientFrame>
  );
}
