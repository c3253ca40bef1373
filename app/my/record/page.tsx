import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadAccesses } from "@/lib/records/record/load-accesses";
import { accessesQuerySchema } from "@/lib/schemas/own-record-query";
import { PatientFrame } from "../_components/patient-frame";
import { AccessList } from "./_components/access-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRecord.record"))("title") };
}

/** The patient's own record: to be taken along, and who has looked at it. */
export default async function RecordPage({ searchParams }: PageProps<"/my/record">) {
  const actor = await requireActor("patient");
  const { after, file } = accessesQuerySchema.parse(await searchParams);
  const { days, next } = await orNotFound(actor, loadAccesses(actor, after));
  const t = await getTranslations("myRecord.record");
  return (
    <PatientFrame current="progress" isWide name={actor.displayName}>
      <AppLink className="link inline-flex min-h-11 items-center gap-1 self-start text-16" href="/my/progress">
        <Icon name="left" size={18} />
        {t("back")}
      </AppLink>
      <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
      {file === null ? null : (
        <Notice isLive title={t("tooOften")} tone="warn">
          {t("tooOftenBody")}
        </Notice>
      )}
      {after === null ? <TakeCard /> : null}
      <section aria-labelledby="who" className="grid gap-3">
        <h2 className="text-20 font-bold" id="who">
          {t("who")}
        </h2>
        <p>{t("whoBody")}</p>
        {days.length === 0 ? (
          <Card>
            <EmptyState title={t("nobody")}>{t("nobodyBody")}</EmptyState>
          </Card>
        ) : (
          <AccessList days={days} timeZone={actor.clinic.timeZone} />
        )}
        {after === null && next === null ? null : (
          <nav aria-label={t("who")} className="flex flex-wrap gap-2">
            {after === null ? null : <LinkButton href="/my/record">{t("newest")}</LinkButton>}
            {next === null ? null : <LinkButton href={`/my/record?after=${next}`}>{t("older")}</LinkButton>}
          </nav>
        )}
        <p className="text-16 text-ink-2">{t("lists")}</p>
        <p>{t("unknown")}</p>
      </section>
    </PatientFrame>
  );
}

/** Both files; plain anchors, because a download is no page. Not marked as downloads: a refusal is a page. */
function TakeCard() {
  const t = useTranslations("myRecord.record");
  return (
    <Card title={t("take")}>
      <p>{t("takeBody")}</p>
      <p className="mt-1 text-16 text-ink-2">{t("safe")}</p>
      <div className="mt-3 grid gap-2 sm:flex sm:flex-wrap">
        <a className={buttonClass({ variant: "primary" })} href="/my/record/file">
          {t("readable")}
        </a>
        <a className={buttonClass({})} href="/api/my-record">
          {t("machine")}
        </a>
      </div>
    </Card>
  );
}
