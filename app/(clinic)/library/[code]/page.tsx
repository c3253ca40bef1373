import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DosageCells } from "@/components/clinical/dosage-cells";
import { UnverifiedMark, unverifiedSource } from "@/components/clinical/unverified-mark";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Stamp } from "@/components/ui/small-parts";
import { orNotFound } from "@/lib/action";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadExercise } from "@/lib/records/library/load-exercise";
import { loadOwnHistory } from "@/lib/records/library/load-own-history";
import { FavouriteStar } from "../../_components/favourite-star";
import { EarliestTable } from "../_components/earliest-table";
import { FactsCard } from "../_components/facts-card";
import { InstructionsCard } from "../_components/instructions-card";
import { OwnDosageForm } from "../_components/own-dosage-form";
import { OwnHistoryCard } from "../_components/own-history-card";
import { SourceList } from "../_components/source-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("one") };
}

/** One exercise: what the patient reads, what the rules know, when it may begin, and with which dosage one begins oneself. */
export default async function ExercisePage({ params }: PageProps<"/library/[code]">) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { code } = await params;
  const exercise = await orNotFound(actor, loadExercise(actor, decodeURIComponent(code)));
  const history = exercise.isOwn ? await loadOwnHistory(actor, exercise.code) : null;
  const { facts, texts } = exercise;
  const t = await getTranslations("library");
  const locale = await getLocale();
  const other = locale === "en" ? "es" : "en";
  const mayPrefer = may(actor.role, "library.prefer") && !exercise.isRetired;
  const mayWrite = may(actor.role, "library.write");
  const address = `/library/${encodeURIComponent(exercise.code)}`;
  return (
    <ClientMessages namespaces={["library", "status"]}>
      <PageHeader
        actions={
          mayWrite ? (
            <>
              {exercise.isOwn && !exercise.isRetired ? (
                <LinkButton href={`${address}/edit`}>{t("page.edit")}</LinkButton>
              ) : null}
              <LinkButton href={`/library/new?copy=${encodeURIComponent(exercise.code)}`}>{t("page.copy")}</LinkButton>
            </>
          ) : undefined
        }
        note={
          <span className="flex flex-wrap items-center gap-2">
            <span>
              {t("page.otherName", { language: t(`page.languages.${other}`), name: "" })}
              <span lang={other}>{texts.name[other]}</span>
            </span>
            {exercise.isOwn ? <Stamp>{t("own")}</Stamp> : null}
            {mayPrefer ? (
              <FavouriteStar code={exercise.code} isFavourite={exercise.isFavourite} name={texts.name[locale]} />
            ) : null}
          </span>
        }
        title={texts.name[locale]}
      />
      <div className="grid gap-4 px-6 pb-6 max-md:px-3">
        <AppLink className="link-alone" href="/library">
          ← {t("back")}
        </AppLink>
        {exercise.isRetired ? <Notice title={t("page.retired")} tone="warn" /> : null}
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <InstructionsCard
            dosage={exercise.facts.defaultDosage}
            figure={exercise.figure}
            figureHref={mayWrite && exercise.isOwn && !exercise.isRetired ? `${address}/figure` : null}
            texts={texts}
          />
          <div className="grid gap-4">
            {history === null ? null : (
              <OwnHistoryCard
                editHref={mayWrite && !exercise.isRetired ? `${address}/edit` : null}
                history={history}
                protocols={exercise.protocols}
              />
            )}
            <FactsCard exercise={exercise} />
            <Card title={t("page.dosage")}>
              <DosageCells dosage={facts.defaultDosage} />
              <p className="mt-2 text-ink-2">
                {t("page.basis")}:{" "}
                {texts.dosageBasis && texts.dosageBasis.en !== unverifiedSource ? (
                  texts.dosageBasis[locale]
                ) : (
                  <UnverifiedMark />
                )}
              </p>
            </Card>
            {mayPrefer ? (
              <Card title={t("ownDosage.title")}>
                <OwnDosageForm code={exercise.code} from={facts.defaultDosage} own={exercise.myDosage} />
              </Card>
            ) : null}
          </div>
        </div>
        <Card isFlush title={t("page.earliest")}>
          <p className="max-w-prose px-4 pb-2 text-ink-2">{t("page.earliestLead")}</p>
          <div className="px-1.5 pb-3">
            <EarliestTable clearanceKey={facts.clearanceKey} protocols={exercise.protocols} />
          </div>
        </Card>
        <Card title={t("page.sources")}>
          {facts.sources.length === 0 ? <p>{t("page.noSources")}</p> : <SourceList ids={facts.sources} />}
        </Card>
      </div>
    </ClientMessages>
  );
}
