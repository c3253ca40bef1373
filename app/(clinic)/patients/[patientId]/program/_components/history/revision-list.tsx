import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { AppLink } from "@/components/ui/app-link";
import type { ProgramPage } from "@/lib/records/programs/load-program";

/** Every signed revision, newest first; each can be read and verified. */
export function RevisionList({
  page,
  patientId,
  timeZone,
}: {
  page: ProgramPage;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("program.revisions");
  const history = useTranslations("program.history");
  const format = useFormatter();
  return (
    <Card
      actions={
        page.revisions.length === 0 ? null : (
          <>
            <AppLink className="link-alone" href={`/templates/new?program=${page.programId}`}>
              {history("template")}
            </AppLink>
            <AppLink className="link-alone" href={`/patients/${patientId}/program/revisions`}>
              {history("all")}
            </AppLink>
          </>
        )
      }
      title={t("title")}
    >
      {page.revisions.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="grid gap-1">
        {page.revisions.map(({ number, signedName, signedAt }) => (
          <li className="flex flex-wrap items-center gap-x-3" key={number}>
            <AppLink className="link-alone" href={`/patients/${patientId}/program/revisions/${number}`}>
              {t("revision", { number })}
              {number === page.currentRevision ? ` · ${t("current")}` : ""}
            </AppLink>
            <span className="text-ink-2">
              {t("signedBy", { name: signedName, at: format.dateTime(new Date(signedAt), "dayTime", { timeZone }) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
