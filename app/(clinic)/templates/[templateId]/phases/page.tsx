import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { phaseProblems } from "@/lib/clinical/template-phase-problems";
import { templateLessStrict } from "@/lib/clinical/template-strictness";
import { versionFollowed } from "@/lib/draft/template-facts";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadTemplateEditor } from "@/lib/records/templates/load-template-editor";
import { PhaseProblems } from "../edit/_components/phase-problems";
import { AddPhaseForm } from "./_components/add-phase-form";
import { PhaseRow } from "./_components/phase-row";
import { LessStrictPoints } from "../../_components/less-strict-points";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templateEditor"))("phases") };
}

/** The phases of a template's draft: their days and what they ask, each with the way to its form; a phase is added or removed here. */
export default async function PhasesPage({ params, searchParams }: PageProps<"/templates/[templateId]/phases">) {
  const actor = await requireActor("therapist", "surgeon");
  const { templateId } = await params;
  const { draft, protocol, shipped } = await orNotFound(actor, loadTemplateEditor(actor, templateId));
  const [t, locale, { saved }] = await Promise.all([getTranslations("templateEditor"), getLocale(), searchParams]);
  const lessStrict = templateLessStrict(shipped, draft.facts.phases);
  const { version, phasesVersion } = draft;
  const versions = { version, phasesVersion, follows: versionFollowed(draft) };
  return (
    <>
      <PageHeader
        actions={<LinkButton href={`/templates/${templateId}/edit`}>{t("exercises")}</LinkButton>}
        note={t("draftOf", { title: draft.facts.title[locale] })}
        title={t("phases")}
      />
      <ClientMessages namespaces={["templateEditor"]}>
        <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-4 px-6 pb-10 max-md:px-3">
          {typeof saved === "string" && /^\d{1,2}$/.test(saved) ? (
            <Notice isLive title={t("phaseSaved", { n: Number(saved) })} tone="ok" />
          ) : null}
          <PhaseProblems problems={phaseProblems(protocol.phases, shipped)} templateId={templateId} />
          <Card isFlush title={t("phases")}>
            <ul>
              {draft.facts.phases.map((phase) => (
                <PhaseRow
                  key={phase.n}
                  lines={draft.lines.filter((line) => line.phase === phase.n).length}
                  of={draft.facts.phases.length}
                  phase={phase}
                  templateId={templateId}
                  versions={versions}
                />
              ))}
            </ul>
          </Card>
          <Card note={t("add.note")} title={t("add.title")}>
            <AddPhaseForm
              phases={draft.facts.phases.map(({ n, name }) => ({ n, name: name[locale] }))}
              templateId={templateId}
              versions={versions}
            />
          </Card>
          <Card title={t("lessStrict.title")}>
            {lessStrict.length === 0 ? (
              <p className="text-ink-2">{t("lessStrict.none")}</p>
            ) : (
              <>
                <LessStrictPoints points={lessStrict} />
                <p className="mt-2 text-12 text-ink-3">{t("lessStrict.reason")}</p>
              </>
            )}
          </Card>
        </div>
      </ClientMessages>
    </>
  );
}
