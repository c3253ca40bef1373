import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadAllowed } from "@/lib/records/today/load-allowed";
import { PatientFrame } from "../_components/patient-frame";
import { Since } from "../today/_components/since";
import { AllowedCard } from "./_components/allowed-card";
import { AskEntry, NotYetEntry, RestrictionEntry, YesEntry } from "./_components/entries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.allowed"))("title") };
}

/** Yes, ask first, not yet: three cards in fixed order. */
export default async function AllowedPage() {
  const actor = await requireActor("patient");
  const allowed = await orNotFound(actor, loadAllowed(actor));
  const t = await getTranslations("patient.allowed");
  const { yes, ask, notYet, restrictions, surgeon, today } = allowed;
  const { timeZone } = actor.clinic;
  return (
    <PatientFrame current="allowed" isWide name={actor.displayName}>
      <div>
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        <p className="text-16 text-ink-2">
          <Since course={allowed} />
        </p>
      </div>
      <AllowedCard empty={t("yesEmpty")} kind="yes">
        {yes.map((entry) => (
          <YesEntry entry={entry} key={entry.id} timeZone={timeZone} today={today} />
        ))}
      </AllowedCard>
      <AllowedCard empty={t("askEmpty")} kind="ask">
        {ask.map((entry) => (
          <AskEntry entry={entry} key={entry.id} surgeon={surgeon} timeZone={timeZone} />
        ))}
      </AllowedCard>
      <AllowedCard empty={t("notYetEmpty")} kind="notYet">
        {[
          ...restrictions.map((restriction) => (
            <RestrictionEntry
              key={`${restriction.kind} ${restriction.until ?? ""}`}
              restriction={restriction}
              surgeon={surgeon}
            />
          )),
          ...notYet.map((entry) => (
            <NotYetEntry entry={entry} key={entry.id} surgeon={surgeon} timeZone={timeZone} today={today} />
          )),
        ]}
      </AllowedCard>
    </PatientFrame>
  );
}
