import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadPeople } from "@/lib/records/people/load-people";
import { AuditTable } from "./_components/audit-table";
import { PeopleTable } from "./_components/people-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

/** The administrator's home: the people of the clinic and who did what. No health data. */
export default async function AdminPage() {
  const actor = await requireActor("administrator");
  const { people, audit } = await orNotFound(actor, loadPeople(actor));
  const t = await getTranslations("admin");
  const { timeZone } = actor.clinic;
  return (
    <>
      <PageHeader note={actor.clinic.name} title={t("title")} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 p-6 pt-2 max-md:p-3 2xl:grid-cols-2">
        <Card isFlush note={t("people.count", { count: people.length })} title={t("people.title")}>
          <PeopleTable people={people} timeZone={timeZone} />
        </Card>
        <Card isFlush note={t("audit.note")} title={t("audit.title")}>
          <AuditTable lines={audit} timeZone={timeZone} />
        </Card>
      </div>
    </>
  );
}
