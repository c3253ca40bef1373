import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import { orNotFound } from "@/lib/action";
import { requireActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadFigureEditor } from "@/lib/records/library/load-figure-editor";
import { LazyPoseEditor } from "./_components/lazy-pose-editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("poseEditor"))("title") };
}

/** The figure of an own exercise, taken from a shipped one and adjusted; without one to begin with, the contact sheet asks for it. */
export default async function FigurePage({ params, searchParams }: PageProps<"/library/[code]/figure">) {
  const actor = await requireActor("therapist", "surgeon");
  const code = decodeURIComponent((await params).code);
  const { from } = await searchParams;
  const editor = await orNotFound(actor, loadFigureEditor(actor, code, typeof from === "string" ? from : null));
  const choose = `/library/figures?for=${encodeURIComponent(code)}` as const;
  if (!editor) redirect(choose);
  const t = await getTranslations("poseEditor");
  const locale = await getLocale();
  const { name, source } = editor;
  return (
    <>
      <PageHeader
        actions={<LinkButton href={choose}>{t("chooseOther")}</LinkButton>}
        note={t("note", { name: source.name[locale] })}
        title={t("heading", { name: name[locale] })}
      />
      <div className="grid gap-4 px-6 pb-10 max-md:px-3">
        <AppLink className="link-alone justify-self-start" href={`/library/${encodeURIComponent(code)}`}>
          ← {name[locale]}
        </AppLink>
        <p className="max-w-prose text-ink-2">{t("lead")}</p>
        <ClientMessages namespaces={["poseEditor", "figures"]}>
          <LazyPoseEditor editor={editor} key={`${source.code} ${String(editor.version)}`} />
        </ClientMessages>
      </div>
    </>
  );
}
