import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/text-field";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { NotFound } from "@/lib/errors";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadUsual, type UsualPage } from "@/lib/records/clearances/load-usual";
import { EvidenceLine, UsualHead } from "../../../../clearances/_components/line-heads";
import { infoOfUsual } from "../../../../clearances/_components/line-info";
import { LinesForm } from "../../../../clearances/_components/lines-form";
import { patientReads } from "../../../../clearances/_components/patient-reads";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clearances.usual");
  return { title: t("title") };
}

/** A hundred weeks: nothing in the content begins later. */
const query = z.object({ week: z.coerce.number().int().min(0).max(100).nullable().catch(null) });

type Props = PageProps<"/patients/[patientId]/clearances/usual">;

export default async function UsualClearancesPage({ params, searchParams }: Props) {
  const actor = await requireActor("therapist", "surgeon");
  const patientId = z.uuid().safeParse((await params).patientId).data;
  const { week } = query.parse(await searchParams);
  const load =
    patientId === undefined ? Promise.reject(new NotFound("patient")) : loadUsual(actor, { patientId, week });
  const page = await orNotFound(actor, load);
  const { patient, lines } = page;
  const t = await getTranslations("clearances.usual");
  return (
    <section aria-labelledby="usual-title" className="grid gap-3 px-6 pt-4 max-md:px-4">
      <Head page={page} />
      {lines.length === 0 ? (
        <EmptyState level={3} picture={<Shape name="granted" size={32} tone="mute" />} title={t("none")}>
          {t("noneBody")}
        </EmptyState>
      ) : (
        <ClientMessages namespaces={["clearances", "status"]}>
          <LinesForm
            key={`${page.week} ${lines.map(({ subjectId }) => subjectId).join(" ")}`}
            lines={lines.map((line) => ({
              id: line.subjectId,
              info: infoOfUsual(line, patient),
              head: <UsualHead line={line} />,
              isChosen: line.isUsual,
            }))}
            massUnit={actor.clinic.massUnit}
            next="/clearances?view=decided&"
            patientReads={patientReads}
            signer={{ name: actor.printedName, demoPassword: actor.clinic.isDemo ? demoPassword : null }}
            usualFor={patient.id}
          />
        </ClientMessages>
      )}
    </section>
  );
}

/** Which week it is about, and the evidence that all lines share. */
function Head({ page: { patient, day, week, lines } }: { page: UsualPage }) {
  const t = useTranslations("clearances.usual");
  const [first] = lines;
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-16 font-title" id="usual-title">
          {t("heading", { week })}
        </h2>
        <p className="text-ink-2">
          {t("note", { week: Math.max(0, Math.floor(day / 7)), day })}{" "}
          <AppLink className="link" href={`/patients/${patient.id}/clearances`}>
            {t("back")}
          </AppLink>
        </p>
        {first === undefined ? null : <EvidenceLine evidence={first.evidence} isShared />}
      </div>
      <form className="flex items-end gap-2" method="get">
        <div className="w-24">
          <TextField defaultValue={week} inputMode="numeric" label={t("week")} name="week" />
        </div>
        <Button type="submit">{t("show")}</Button>
      </form>
    </div>
  );
}
