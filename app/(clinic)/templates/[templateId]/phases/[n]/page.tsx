import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { versionFollowed } from "@/lib/draft/template-facts";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadTemplateEditor } from "@/lib/records/templates/load-template-editor";
import { PhaseForm } from "../_components/phase-form";
import { phaseTyped } from "../_components/phase-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templateEditor"))("phase.title") };
}

/** One phase of a template's draft: days, goals, entry, limits, what waits for a clearance, and the patient's words. */
export default async function EditPhasePage({ params }: PageProps<"/templates/[templateId]/phases/[n]">) {
  const actor = await requireActor("therapist", "surgeon");
  const { templateId, n } = await params;
  const { draft, shipped } = await orNotFound(actor, loadTemplateEditor(actor, templateId));
  const phase = draft.facts.phases.find((one) => String(one.n) === n);
  if (!phase) notFound();
  const { version, phasesVersion } = draft;
  const [t, ui, locale] = await Promise.all([getTranslations("templateEditor"), getTranslations("ui"), getLocale()]);
  return (
    <>
      <PageHeader
        actions={<LinkButton href={`/templates/${templateId}/phases`}>{ui("cancel")}</LinkButton>}
        note={t("draftOf", { title: draft.facts.title[locale] })}
        title={t("phase.heading", { n: phase.n, name: phase.name[locale] })}
      />
      <div className="px-6 pb-10 max-md:px-3">
        <ClientMessages namespaces={["templateEditor"]}>
          <PhaseForm
            facts={draft.facts}
            n={phase.n}
            versions={{ version, phasesVersion, follows: versionFollowed(draft) }}
            saved={phaseTyped(phase)}
            shipped={shipped}
            templateId={templateId}
          />
        </ClientMessages>
      </div>
    </>
  );
}
