import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadNewExercise } from "@/lib/records/library/load-exercise-form";
import { ExerciseForm } from "./_components/exercise-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownExercise"))("newTitle") };
}

/** A new exercise of the clinic's own, begun from nothing or, with `copy` in the address, from another one. */
export default async function NewExercisePage({ searchParams }: PageProps<"/library/new">) {
  const actor = await requireActor("therapist", "surgeon");
  const { copy } = await searchParams;
  const form = await orNotFound(actor, loadNewExercise(actor, typeof copy === "string" ? copy : null));
  const t = await getTranslations("ownExercise");
  const [ui, locale] = await Promise.all([getTranslations("ui"), getLocale()]);
  const { original } = form;
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href={original === null ? "/library" : `/library/${encodeURIComponent(original.facts.id)}`}>
            {ui("cancel")}
          </LinkButton>
        }
        note={original === null ? t("note") : t("copyNote", { name: original.facts.name[locale] })}
        title={t(original === null ? "newTitle" : "copyTitle")}
      />
      <div className="px-6 pb-10 max-md:px-3">
        <ClientMessages namespaces={["ownExercise", "library", "patient", "status"]}>
          <ExerciseForm copiedFrom={typeof copy === "string" ? copy : null} form={form} />
        </ClientMessages>
      </div>
    </>
  );
}
