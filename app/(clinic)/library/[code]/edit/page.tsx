import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadExerciseForm } from "@/lib/records/library/load-exercise-form";
import { ExerciseForm } from "../../new/_components/exercise-form";
import { RetireCard } from "./_components/retire-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library.page"))("edit") };
}

/** An exercise of the clinic's own, as it stands; shipped ones are copied, not changed. */
export default async function EditExercisePage({ params }: PageProps<"/library/[code]/edit">) {
  const actor = await requireActor("therapist", "surgeon");
  const { code } = await params;
  const form = await orNotFound(actor, loadExerciseForm(actor, decodeURIComponent(code)));
  const t = await getTranslations("ownExercise");
  const [ui, locale] = await Promise.all([getTranslations("ui"), getLocale()]);
  const { code: own, version, name } = form.changing;
  return (
    <>
      <PageHeader
        actions={<LinkButton href={`/library/${encodeURIComponent(own)}`}>{ui("cancel")}</LinkButton>}
        note={`${t("history.version", { version })} · ${t("editNote")}`}
        title={t("editTitle", { name: name[locale] })}
      />
      <div className="grid gap-4 px-6 pb-10 max-md:px-3">
        <ClientMessages namespaces={["ownExercise", "library", "patient", "status"]}>
          <ExerciseForm copiedFrom={null} form={form} />
          <RetireCard code={own} version={version} />
        </ClientMessages>
      </div>
    </>
  );
}
