import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { draftKey } from "@/lib/access/draft-key";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { reviewTemplate, templateContent } from "@/lib/clinical/template-review";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { sourceTitles } from "@/lib/records/library/names";
import { loadTemplateEditor } from "@/lib/records/templates/load-template-editor";
import { editorPage } from "./_components/editor-page";
import { PhaseProblems } from "./_components/phase-problems";
import { TemplateBuilder } from "./_components/template-builder";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templateEditor"))("title") };
}

/** The draft of a template's lines in the builder; its phases have a page of their own. */
export default async function EditTemplatePage({ params }: PageProps<"/templates/[templateId]/edit">) {
  const actor = await requireActor("therapist", "surgeon");
  const { templateId } = await params;
  const editor = await orNotFound(actor, loadTemplateEditor(actor, templateId));
  const { draft, protocol, content, settings } = editor;
  const { problems } = reviewTemplate(protocol, draft.lines, content, settings);
  const locale = await getLocale();
  const judgedBy = templateContent(protocol, content);
  return (
    <ClientMessages namespaces={["program", "status", "templateEditor"]}>
      <TemplateBuilder
        draft={{ startPhase: 1, lines: draft.lines, version: draft.version, changedBy: draft.changedBy }}
        notice={<PhaseProblems problems={problems} templateId={templateId} />}
        owner={draftKey(actor, templateId)}
        page={{ ...editorPage(actor, editor), content: judgedBy }}
        signer={actor.printedName}
        sources={sourceTitles}
        title={draft.facts.title[locale]}
      />
    </ClientMessages>
  );
}
