import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { isChange, phaseOf } from "@/lib/draft/compare-lines";
import { loadTemplateComparison } from "@/lib/records/templates/load-template-comparison";
import { templateComparisonSchema, type TemplateState } from "@/lib/schemas/template";
import { ComparedPhase } from "./_components/compared-phase";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.compare"))("title") };
}

/** Two states of a template side by side: what its phases say, and their lines. */
export default async function CompareTemplatePage({
  params,
  searchParams,
}: PageProps<"/templates/[templateId]/compare">) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { templateId } = await params;
  const { from, to } = await searchParams;
  const wanted = templateComparisonSchema.safeParse({ from, to });
  const compared = await orNotFound(
    actor,
    loadTemplateComparison(actor, templateId, wanted.success ? wanted.data : null),
  );
  const [t, locale] = [await getTranslations("templates.compare"), await getLocale()];
  const nameOf = (state: TemplateState) =>
    typeof state === "number" ? t("version", { number: state }) : t(`states.${state}`);
  const choices = compared.states.map((state) => ({ value: String(state), label: nameOf(state) }));
  const states = [nameOf(compared.from), nameOf(compared.to)] as const;
  const phases = compared.phases.map((phase) => ({
    phase,
    changes: compared.changes.filter((change) => phaseOf(change) === phase.n && isChange(change)),
  }));
  const differing = phases.filter(
    ({ phase, changes }) => changes.length > 0 || phase.keys.length > 0 || !phase.before || !phase.after,
  );
  return (
    <>
      <PageHeader
        note={
          <AppLink className="link" href={`/templates/${templateId}`}>
            {compared.title[locale]}
          </AppLink>
        }
        title={t("title")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 pb-6 max-md:px-3">
        <Card title={t("pick")}>
          <form aria-label={t("pick")} className="flex flex-wrap items-end gap-3" method="get">
            <div className="min-w-40 flex-1">
              <Select
                choices={choices}
                defaultValue={String(compared.from)}
                key={`from ${compared.from}`}
                label={t("from")}
                name="from"
              />
            </div>
            <div className="min-w-40 flex-1">
              <Select
                choices={choices}
                defaultValue={String(compared.to)}
                key={`to ${compared.to}`}
                label={t("to")}
                name="to"
              />
            </div>
            <Button type="submit">{t("submit")}</Button>
          </form>
        </Card>
        {differing.length === 0 ? <Notice title={t("none")} /> : null}
        {differing.map(({ phase, changes }) => (
          <ComparedPhase changes={changes} key={phase.n} names={compared.names} phase={phase} states={states} />
        ))}
      </div>
    </>
  );
}
