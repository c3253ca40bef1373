import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { phaseOf } from "@/lib/draft/compare-lines";
import { loadComparison } from "@/lib/records/programs/load-comparison";
import { comparisonSchema } from "@/lib/schemas/compare";
import { CompareForm } from "../_components/history/compare-form";
import { ComparePhases } from "../_components/history/compare-phases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("program.compare"))("title") };
}

/** Any two states of the program side by side, phase by phase. */
export default async function ComparePage({
  params,
  searchParams,
}: PageProps<"/patients/[patientId]/program/compare">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const { from, to } = await searchParams;
  const wanted = comparisonSchema.safeParse({ from, to });
  const program = await orNotFound(actor, loadComparison(actor, patientId, wanted.success ? wanted.data : null));
  const t = await getTranslations("program");
  const locale = await getLocale();
  const { timeZone } = actor.clinic;
  const phases = program.phases.flatMap(({ n, name }) => {
    const changes = program.changes.filter((change) => phaseOf(change) === n);
    return changes.length > 0 ? [{ n, title: `${n} ${name[locale]}`, changes }] : [];
  });
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <AppLink className="link-alone" href={`/patients/${patientId}/program`}>
        ← {t("back")}
      </AppLink>
      <Card title={t("compare.title")}>
        <CompareForm program={program} timeZone={timeZone} />
      </Card>
      <ComparePhases patientId={patientId} phases={phases} program={program} timeZone={timeZone} />
    </div>
  );
}
