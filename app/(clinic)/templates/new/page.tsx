import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadTemplates } from "@/lib/records/templates/load-templates";
import { programIdSchema } from "@/lib/schemas/revision";
import { BeginForm } from "../_components/begin-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.begin"))("title") };
}

/** Begins a template of the clinic's own: from another one, or from the program that the address names. */
export default async function NewTemplatePage({ searchParams }: PageProps<"/templates/new">) {
  const actor = await requireActor("therapist", "surgeon");
  const { program, template } = await searchParams;
  const from = programIdSchema.safeParse({ programId: program });
  const templates = await orNotFound(actor, loadTemplates(actor));
  const [t, locale] = [await getTranslations("templates.begin"), await getLocale()];
  const choices = templates
    .filter(({ newest, retiredAt }) => newest !== null && retiredAt === null)
    .map(({ id, title, newest }) => ({
      value: `template:${id}`,
      label: t("version", { title: title[locale], number: newest?.number ?? 1 }),
    }));
  return (
    <>
      <PageHeader title={t("title")} />
      <ClientMessages namespaces={["templates", "status"]}>
        <div className="max-w-2xl px-6 pb-6 max-md:px-3">
          <Card>
            <p className="pb-4 text-ink-2">{from.success ? t("ofProgram") : t("lead")}</p>
            <BeginForm
              choices={choices}
              chosen={typeof template === "string" ? `template:${template}` : null}
              programId={from.success ? from.data.programId : null}
            />
          </Card>
        </div>
      </ClientMessages>
    </>
  );
}
