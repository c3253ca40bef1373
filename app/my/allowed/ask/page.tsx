import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { loadAskForm } from "@/lib/records/questions/load-ask-form";
import { orProgram } from "../../_components/or-program";
import { PatientFrame } from "../../_components/patient-frame";
import { AskForm } from "./_components/ask-form";

/** The form writes the title itself: it says "Error:" when something is missing, with and without JavaScript. */
export const metadata: Metadata = { title: null };

/** "May I …?": what it is about, or words of one's own, to the physical therapist. */
export default async function AskPage() {
  const actor = await requireActor("patient");
  const { activities, therapist, waiting } = await orProgram(actor, loadAskForm(actor));
  const t = await getTranslations("patient.questions.ask");
  const locale = await getLocale();
  const choices = activities
    .map(({ id, name }) => ({ value: id, label: name[locale] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <PatientFrame current="allowed">
      <AppLink className="link inline-flex min-h-11 items-center gap-1 self-start text-16" href="/my/allowed">
        <Icon name="left" size={18} />
        {t("back")}
      </AppLink>
      <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
      <p>{t("emergency", { number: actor.clinic.emergencyNumber })}</p>
      <p className="text-16 text-ink-2">{therapist === null ? t("whoNobody") : t("who", { name: therapist })}</p>
      {waiting >= 5 ? (
        <p className="font-semibold">{t("full")}</p>
      ) : (
        <AskForm choices={choices} idempotencyKey={randomUUID()} />
      )}
    </PatientFrame>
  );
}
