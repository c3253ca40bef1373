import { useFormatter, useTranslations } from "next-intl";
import { EmergencyScreen, SameDayScreen, type UrgentWords } from "@/components/clinical/urgent-screens";
import { AppLink } from "@/components/ui/app-link";
import type { CheckInResult, ClinicContact } from "@/lib/check-in/result";
import type { UrgentLevel } from "@/lib/check-in/urgent";
import { telephoneOf } from "../../../../_components/telephone";
import { useText } from "../../../../_components/words";

/** Go now, or call today: what to do, why, whom to call, what hospital staff must know, what has been done. */
export function UrgentResult({
  level,
  result,
  clinic,
  waits,
}: {
  level: UrgentLevel;
  result: CheckInResult;
  clinic: ClinicContact;
  /** Of an answer without a page of its own: what is said in the place of what was done. */
  waits?: string | undefined;
}) {
  const t = useTranslations("patient.result");
  const text = useText();
  const staff = useStaffNote(result, clinic.timeZone);
  const { alert, hold, stage, checkInId, messages } = result;
  const isOnlyMood = result.crisisPhone !== null && result.suspected.length === 1;
  const words: UrgentWords = {
    title: isOnlyMood ? t("crisisTitle") : undefined,
    doNot: isOnlyMood ? t("notAlone", { number: telephoneOf(clinic.emergencyNumber).shown }) : undefined,
    why: messages.map(text),
    emergency: telephoneOf(clinic.emergencyNumber),
    crisis: result.crisisPhone === null ? undefined : telephoneOf(result.crisisPhone),
    clinic: telephoneOf(clinic.phone),
    staff,
    done: [
      ...(hold && waits === undefined && !result.isUnsent ? [t("stopped")] : []),
      ...(alert === null || alert.owner === null ? [] : [t("told", { name: alert.owner })]),
    ],
    waits: waits ?? (result.isUnsent ? t("unsent.stopped") : undefined),
    correct: result.mayCorrect ? { href: `/my/today/check-in?stage=${stage}&corrects=${checkInId}` } : undefined,
  };
  return <UrgentScreen level={level} words={words} />;
}

/** The urgent screen with its title; from a call there is a way back to the day, from an emergency there is none. */
export function UrgentScreen({ level, words }: { level: UrgentLevel; words: UrgentWords }) {
  const t = useTranslations("patient.result");
  const emergency = useTranslations("status.emergency");
  const sameDay = useTranslations("status.sameDay");
  if (level === "EMERGENCY") {
    return (
      <div data-audience="patient">
        <title>{`${emergency("title")} · Phasewise`}</title>
        <EmergencyScreen words={words} />
      </div>
    );
  }
  return (
    <div className="bg-stop-tint" data-audience="patient">
      <title>{`${sameDay("title")} · Phasewise`}</title>
      <SameDayScreen words={words} />
      <p className="mx-auto w-full max-w-patient px-4.5 pb-4">
        <AppLink className="link inline-flex min-h-11 items-center text-16" href="/my/today">
          {t("toToday")}
        </AppLink>
      </p>
    </div>
  );
}

function useStaffNote(
  { person, treatment, reportedAt, signs, suspected }: CheckInResult,
  timeZone: string,
): UrgentWords["staff"] {
  const t = useTranslations("patient.result");
  const format = useFormatter();
  const text = useText();
  const day = (iso: string) => format.dateTime(new Date(iso), "dateWords");
  const at = new Date(reportedAt);
  return {
    lines: [
      t("staffPerson", { name: person.name, date: day(person.bornOn) }),
      t("staffTreatment", {
        procedure: t(`procedures.${treatment.procedureType}`),
        levels: treatment.levels.join(", "),
        date: day(treatment.on),
        surgeon: treatment.surgeon,
      }),
      t("staffReported", {
        date: format.dateTime(at, { timeZone, month: "long", day: "numeric" }),
        time: format.dateTime(at, { timeZone, hour: "numeric", minute: "2-digit", hour12: true }),
        signs: signs.length === 0 ? t("staffPain") : signs.map(text).join("; "),
      }),
    ],
    ask: t("staffAsk", { names: suspected.map(text).join("; ") }),
  };
}
