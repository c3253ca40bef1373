import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { loadAllowed } from "@/lib/records/today/load-allowed";
import { orProgram } from "../_components/or-program";
import { PatientFrame } from "../_components/patient-frame";
import { Since } from "../today/_components/since";
import { AllowedCard } from "./_components/allowed-card";
import { AskEntry, NotYetEntry, RestrictionEntry, YesEntry } from "./_components/entries";
import { NewsCard } from "./_components/news-card";
import { OwnQuestions } from "./_components/own-questions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.allowed"))("title") };
}

/** Yes, ask first, not yet: three cards in fixed order, then the patient's questions. */
export default async function AllowedPage() {
  const actor = await requireActor("patient");
  const allowed = await orProgram(actor, loadAllowed(actor));
  const t = await getTranslations("patient.allowed");
  const { yes, ask, notYet, restrictions, questions, news, surgeon, therapist, today } = allowed;
  const { timeZone } = actor.clinic;
  const shared = { timeZone, today };
  const askRow = (entry: (typeof ask)[number]) => (
    <AskEntry {...shared} entry={entry} key={entry.id} surgeon={surgeon} />
  );
  const notYetRow = (entry: (typeof notYet)[number]) => <NotYetEntry {...shared} entry={entry} key={entry.id} />;
  const later = (entries: typeof ask, row: typeof askRow) =>
    entries.filter(({ isFirst }) => !isFirst).map((entry) => ({ group: entry.group, row: row(entry) }));
  return (
    <PatientFrame current="allowed" isWide name={actor.displayName}>
      <div>
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        <p className="text-16 text-ink-2">
          <Since course={allowed} />
        </p>
      </div>
      {news === null ? null : <NewsCard news={news} />}
      <AllowedCard empty={t("yesEmpty")} kind="yes">
        {yes.map((entry) => (
          <YesEntry {...shared} entry={entry} key={entry.id} />
        ))}
      </AllowedCard>
      <AllowedCard empty={t("askEmpty")} kind="ask" more={later(ask, askRow)}>
        {ask.filter(({ isFirst }) => isFirst).map(askRow)}
      </AllowedCard>
      <AllowedCard empty={t("notYetEmpty")} kind="notYet" more={later(notYet, notYetRow)}>
        {[
          ...restrictions.map((restriction) => (
            <RestrictionEntry {...shared} key={restriction.id} restriction={restriction} surgeon={surgeon} />
          )),
          ...notYet.filter(({ isFirst }) => isFirst).map(notYetRow),
        ]}
      </AllowedCard>
      {questions.length === 0 ? null : (
        <OwnQuestions {...shared} questions={questions} surgeon={surgeon} therapist={therapist} />
      )}
      <LinkButton href="/my/allowed/ask" isWide>
        <Icon name="message" size={20} />
        {t("askAbout")}
      </LinkButton>
    </PatientFrame>
  );
}
