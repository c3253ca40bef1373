import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadCheckIns } from "@/lib/records/patients/load-check-ins";
import { checkInsQuerySchema } from "@/lib/schemas/check-in-list";
import { AsideReports } from "./_components/aside-reports";
import { CheckInTable } from "./_components/check-in-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patientRecord.tabs"))("check-ins") };
}

/** Everything that the patient has reported, newest first. */
export default async function CheckInsPage({
  params,
  searchParams,
}: {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const query = checkInsQuerySchema.parse(await searchParams);
  const list = await orNotFound(actor, loadCheckIns(actor, patientId, query));
  const t = await getTranslations("patientRecord.checkIns");
  const address = (key: "after" | "before", id: string | null) =>
    id === null ? null : `/patients/${patientId}/check-ins?${key}=${id}`;
  return (
    <div className="grid gap-4 p-6 max-md:p-3">
      {list.aside.length === 0 ? null : <AsideReports reports={list.aside} timeZone={actor.clinic.timeZone} />}
      <Card isFlush note={t("count", { count: list.count })} title={t("title")}>
        {list.rows.length === 0 ? (
          <EmptyState level={3} picture={<Shape name="silent" size={32} />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <CheckInTable rows={list.rows} timeZone={actor.clinic.timeZone} />
        )}
        <div className="px-4 pt-3 pb-4">
          <Pagination next={address("after", list.next)} previous={address("before", list.previous)} />
        </div>
      </Card>
    </div>
  );
}
