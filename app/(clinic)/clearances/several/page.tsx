import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Shape } from "@/components/clinical/shape";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadSeveral } from "@/lib/records/clearances/load-several";
import { idsInAddress } from "../_components/addresses";
import { AskedHead } from "../_components/line-heads";
import { infoOfDetail } from "../_components/line-info";
import { LinesForm } from "../_components/lines-form";
import { patientReads } from "../_components/patient-reads";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clearances.several");
  return { title: t("title") };
}

const query = z.object({ clearance: idsInAddress });

export default async function SeveralPage({ searchParams }: PageProps<"/clearances/several">) {
  const actor = await requireActor("therapist", "surgeon");
  const { clearance: ids } = query.parse(await searchParams);
  const { details, missing } = await orNotFound(actor, loadSeveral(actor, ids));
  const t = await getTranslations("clearances");
  return (
    <>
      <PageHeader
        actions={<LinkButton href="/clearances">{t("backToList")}</LinkButton>}
        note={t("several.note")}
        title={t("several.title")}
      />
      <div className="grid gap-3 border-t border-line px-6 pt-4 max-md:px-4">
        {missing === 0 ? null : <Notice title={t("several.missing", { count: missing })} tone="warn" />}
        {details.length === 0 ? (
          <EmptyState picture={<Shape name="requested" size={32} tone="mute" />} title={t("several.none")}>
            {t("empty.waiting.body")}
          </EmptyState>
        ) : (
          <ClientMessages namespaces={["clearances", "status"]}>
            <LinesForm
              lines={details.map((detail) => ({
                id: detail.clearanceId,
                info: infoOfDetail(detail),
                head: <AskedHead detail={detail} />,
                isChosen: true,
              }))}
              massUnit={actor.clinic.massUnit}
              next="/clearances?"
              patientReads={patientReads}
              signer={{ name: actor.printedName, demoPassword: actor.clinic.isDemo ? demoPassword : null }}
            />
          </ClientMessages>
        )}
      </div>
    </>
  );
}
